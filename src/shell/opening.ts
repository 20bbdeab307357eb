/** So long after the first page the network is left to what the person does, ms. */
const quietMs = 3_000

let open = true

/**
 * The first page of this visit stands: the browser's opening words go, and what opens the pages without a network is
 * fetched once the rest has been. Called by every page; in a mini-program there is nothing to do.
 */
export function endOpening(): void {
  if (process.env.TARO_ENV !== 'h5' || !open) return
  open = false
  document.getElementById('opening')?.remove()
  // Only over TLS, or on this computer itself.
  if (!('serviceWorker' in navigator)) return
  setTimeout(() => {
    // Without it the pages need a network, and nothing else.
    navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
  }, quietMs)
}
