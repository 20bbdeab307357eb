import { hasNetwork, service } from '../device/network'
import { CallError } from './call-error'

/** So long an answer may take before the person is told that it is slow, ms. */
const slowAfterMs = 4_000

let waitedFor = 0

/**
 * Watches one call, so that an outage is told for what it is: the strip on top of every page says that the network is
 * slow, or that the service does not answer, and the error says which of them it was.
 */
export async function telling<T>(work: () => Promise<T>): Promise<T> {
  let slow = false
  const timer = setTimeout(() => {
    slow = true
    waitedFor += 1
    if (service.get() === 'answers') service.set('slow')
  }, slowAfterMs)
  const settled = () => {
    clearTimeout(timer)
    if (slow) waitedFor -= 1
  }
  try {
    const answer = await work()
    settled()
    service.set(waitedFor > 0 ? 'slow' : 'answers')
    return answer
  } catch (error) {
    settled()
    throw await told(error)
  }
}

async function told(error: unknown): Promise<unknown> {
  if (!(error instanceof CallError) || error.code === 'cancelled') return error
  if (error.code === 'offline' && (await hasNetwork())) {
    service.set('silent')
    return CallError.fromClient('unreachable')
  }
  // Without a network the strip says so already; what the service does is not known then.
  if (error.code === 'offline') service.set('answers')
  else if (error.code === 'timeout' || error.code === 'unavailable') service.set('silent')
  else service.set(waitedFor > 0 ? 'slow' : 'answers')
  return error
}
