import { isIP } from 'node:net'

/**
 * An address as tries are counted by it: of IPv6 the network (the first 64 bits), since whoever has one has all its addresses.
 * undefined: no address.
 */
export function networkOf(address: string | undefined): string | undefined {
  if (address === undefined) return undefined
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  const version = isIP(plain)
  if (version !== 6) return version === 4 ? plain : undefined
  const [head = '', tail] = plain.toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...zeros, ...right]
    .filter((_, index) => index < 4)
    .map(part => part.replace(/^0+(?=.)/, ''))
    .join(':')
}
