/** Fills `bytes` with random values from the best source the platform has. */
function fillRandom(bytes: Uint8Array): void {
  if (typeof crypto === 'object' && typeof crypto?.getRandomValues === 'function') {
    crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>)
    return
  }
  // The mini-program's own source is asynchronous, and a key must exist before the tap's first await.
  for (let i = 0; i < bytes.length; i++) bytes[i] = Math.floor(Math.random() * 256)
}

/**
 * A UUIDv7: sortable by time, unique enough for idempotency keys (they need not be secret). `now` in epoch ms.
 */
export function uuidv7(now: number = Date.now(), random: (bytes: Uint8Array) => void = fillRandom): string {
  const bytes = new Uint8Array(16)
  random(bytes)
  // No BigInt and no 32-bit shifts: the 48 bits of time are divided out.
  let rest = now
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256
    rest = Math.floor(rest / 256)
  }
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
