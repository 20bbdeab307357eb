import { type AddressInfo, type Socket, connect, createServer } from 'node:net'
import type { Random } from './random'

/**
 * What becomes of a connection: `whole` goes through; the others are cut before a byte of the request reaches the host,
 * in the middle of the request, once the request is there and the host works on it, once the host has answered (so it
 * has committed) and nothing of it reaches the client, or in the middle of the answer.
 */
export const fates = ['whole', 'beforeRequest', 'midRequest', 'working', 'beforeAnswer', 'midAnswer'] as const
export type Fate = (typeof fates)[number]

export interface CuttingProxy {
  readonly url: string
  /** How often each fate has been carried out. */
  readonly counts: Readonly<Record<Fate, number>>
  close(): Promise<void>
}

/** Bytes of the request that begins with `head`, header and body; null until the header is complete. */
function requestLength(head: Buffer): number | null {
  const end = head.indexOf('\r\n\r\n')
  if (end < 0) return null
  const body = /^content-length: (\d+)/im.exec(head.subarray(0, end).toString('latin1'))?.[1]
  return end + 4 + Number(body ?? 0)
}

/** Carries one connection with one request on it to its fate. */
function carry(client: Socket, host: Socket, fate: Fate, random: Random, done: (fate: Fate) => void): void {
  let request = Buffer.alloc(0)
  const cut = () => {
    done(fate)
    client.destroy()
    host.destroy()
  }
  client.on('data', (chunk: Buffer) => {
    request = Buffer.concat([request, chunk])
    const length = requestLength(request)
    if (length === null || request.length < length) return
    if (fate === 'beforeRequest') return cut()
    if (fate === 'midRequest') return void host.write(request.subarray(0, random.between(1, length - 1)), cut)
    if (fate === 'working') return void host.write(request, cut)
    host.write(request)
  })
  host.on('data', (answer: Buffer) => {
    if (fate === 'beforeAnswer') return cut()
    if (fate === 'midAnswer') return void client.write(answer.subarray(0, random.between(1, answer.length - 1)), cut)
    client.write(answer)
  })
  host.on('end', () => client.end())
  client.on('end', () => host.end())
  for (const socket of [client, host]) {
    socket.on('error', () => undefined)
    socket.on('close', () => {
      client.destroy()
      host.destroy()
    })
  }
  if (fate === 'whole') done(fate)
}

/** A TCP proxy in front of a host that lets half of all connections through and cuts the others. One request each. */
export async function startCuttingProxy(hostPort: number, random: Random): Promise<CuttingProxy> {
  const counts: Record<Fate, number> = {
    whole: 0,
    beforeRequest: 0,
    midRequest: 0,
    working: 0,
    beforeAnswer: 0,
    midAnswer: 0,
  }
  const server = createServer(client => {
    const fate = random.next() < 0.5 ? 'whole' : random.pick(fates)
    carry(client, connect(hostPort, '127.0.0.1'), fate, random, carried => void (counts[carried] += 1))
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    counts,
    close: () => new Promise(closed => void server.close(() => closed())),
  }
}
