import { Agent, request } from 'node:http'

/** What came back: the HTTP status and the parsed body. */
export interface HostAnswer {
  readonly status: number
  readonly body: unknown
}

/** The connection ended without a whole answer: whether the host has done its work is unknown. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

/** A caller of the HTTP host over kept-alive connections; lighter than `fetch`, whose cost would be measured too. */
export class HostClient {
  private readonly agent: Agent

  /** `url`: `http://HOST:PORT`. `connections`: at most so many at once. */
  constructor(
    private readonly url: string,
    connections = 16,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections })
  }

  /** @throws ConnectionLost when no whole answer came */
  call(functionName: string, action: string, data: unknown, token?: string): Promise<HostAnswer> {
    const text = JSON.stringify({ action, data })
    return new Promise((answered, fail) => {
      const lost = (error?: Error) => fail(new ConnectionLost(error?.message ?? 'the answer broke off'))
      const sent = request(
        `${this.url}/call/${functionName}`,
        {
          method: 'POST',
          agent: this.agent,
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          },
        },
        response => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', lost)
          response.on('close', () => lost())
          response.on('end', () => {
            if (!response.complete) return lost()
            const body = JSON.parse(Buffer.concat(chunks).toString()) as unknown
            answered({ status: response.statusCode ?? 0, body })
          })
        },
      )
      sent.on('error', lost)
      sent.end(text)
    })
  }

  /** The `data` of an answer that must be a success. */
  async expect<T>(functionName: string, action: string, data: unknown, token?: string): Promise<T> {
    const { status, body } = await this.call(functionName, action, data, token)
    const answer = body as { ok?: unknown; data?: T; error?: { code: string; message: string } }
    if (status !== 200 || answer.ok !== true)
      throw new Error(`${functionName}.${action} answered ${status} ${answer.error?.code}: ${answer.error?.message}`)
    return answer.data as T
  }

  /** Closes the connections that are kept. */
  close(): void {
    this.agent.destroy()
  }
}

/** A demo resident who is signed in, with the room to file about. */
export interface Resident {
  readonly token: string
  readonly placeId: string
}

/** Signs `count` residents of the demo's estate in. */
export async function demoResidents(client: HostClient, count: number): Promise<readonly Resident[]> {
  const residents: Resident[] = []
  for (let n = 1; n <= count; n++) {
    const { token } = await client.expect<{ token: string }>('account', 'demoSignIn', { persona: `resident-${n}` })
    const { rooms } = await client.expect<{ rooms: { placeId: string }[] }>('account', 'me', {}, token)
    const placeId = rooms[0]?.placeId
    if (placeId === undefined) throw new Error(`resident-${n} has no room`)
    residents.push({ token, placeId })
  }
  return residents
}

export interface Receipt {
  readonly ticketId: string
  readonly number: string
}

/** A filing as a resident writes one. */
export const filingOf = (resident: Resident, idempotencyKey: string, text: string) => ({
  idempotencyKey,
  kind: 'complaint',
  category: 'corridor',
  placeId: resident.placeId,
  text,
})
