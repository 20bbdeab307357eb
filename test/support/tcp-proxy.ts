import { type Server, type Socket, connect, createServer } from 'node:net'

/** A way to a server on this machine that can be closed and opened again, as a network is. */
export class TcpProxy {
  private server: Server | undefined
  private readonly sockets = new Set<Socket>()
  port = 0

  constructor(private readonly targetPort: number) {}

  /** Listens; the second time on the same port as the first. */
  async open(): Promise<void> {
    const server = createServer(inbound => {
      const outbound = connect(this.targetPort, '127.0.0.1')
      for (const [one, other] of [
        [inbound, outbound],
        [outbound, inbound],
      ] as const) {
        this.sockets.add(one)
        one.on('error', () => other.destroy())
        one.on('close', () => {
          this.sockets.delete(one)
          other.destroy()
        })
        one.pipe(other)
      }
    })
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(this.port, '127.0.0.1', resolve))
    const address = server.address()
    if (typeof address === 'object' && address) this.port = address.port
    this.server = server
  }

  /** Cuts every connection and takes no more. */
  async close(): Promise<void> {
    const { server } = this
    this.server = undefined
    for (const socket of this.sockets) socket.destroy()
    if (server) await new Promise(closed => server.close(closed))
  }
}
