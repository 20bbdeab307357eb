import type { Readable } from 'node:stream'
import { limits } from '../../types/limits'
import { CallError } from '../actions/call-error'

/** Bytes read and thrown away after the limit, so that the sender is there to hear the answer; then it is cut off. */
const patience = 64 * 1024 * 1024

/**
 * Reads a JSON request. What is too large is read to its end without being kept: a connection closed in the middle
 * would look like a lost network, and the client would send it all again.
 * @throws CallError `tooLarge`, `malformedRequest`
 */
export async function readJson(stream: Readable): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= limits.requestBytes) chunks.push(chunk)
    if (size > patience) break
  }
  if (size > limits.requestBytes) throw new CallError('tooLarge')
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
    return JSON.parse(text) as unknown
  } catch {
    throw new CallError('malformedRequest')
  }
}
