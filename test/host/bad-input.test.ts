import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { errorCodes } from '../../types/errors'
import { limits } from '../../types/limits'
import { describeOnPostgres } from '../support/databases'
import { phonePhoto } from '../support/files'
import { type TestHost, errorOf, openHost } from '../support/host'

/** Everything that a refused request could have written. */
async function contents(host: TestHost): Promise<Record<string, unknown>> {
  const tables = [
    'ticket',
    'event',
    'deadline',
    'notice',
    'media',
    'command_key',
    'contact',
    'participant',
    'survey',
    'call_task',
    'asking',
    'ending',
  ]
  const counts: Record<string, unknown> = {}
  for (const table of tables) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(host.runtime.db)
    counts[table] = rows[0]?.n
  }
  const folder = join(host.dataDir, 'media')
  counts.files = existsSync(folder) ? readdirSync(folder, { recursive: true }).length : 0
  return counts
}

/** What a test gets to build its bad request from. */
interface Scene {
  readonly host: TestHost
  readonly resident: string
  readonly steward: string
  readonly stranger: string
  readonly clerk: string
  readonly placeId: string
  readonly ticketId: string
  readonly filing: Record<string, unknown>
}

interface Bad {
  readonly what: string
  readonly by?: 'resident' | 'steward' | 'stranger' | 'clerk' | 'nobody' | 'forged'
  readonly fn?: string
  /** The whole body, or its text. */
  readonly body: (scene: Scene) => unknown
  readonly code: keyof typeof errorCodes
  /** The field that is named. */
  readonly field?: string
}

const filing = (changes: Record<string, unknown>) => (scene: Scene) => ({
  action: 'file',
  data: { ...scene.filing, ...changes },
})
const acting = (changes: Record<string, unknown>) => (scene: Scene) => ({
  action: 'act',
  data: { ticketId: scene.ticketId, idempotencyKey: 'bad-act-key', ...changes },
})
const unknownId = '01950000-0000-7000-8000-000000000000'
const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`

const table: readonly Bad[] = [
  { what: 'a filing without text', body: filing({ text: undefined }), code: 'invalidRequest', field: 'text' },
  { what: 'a filing of blanks', body: filing({ text: ' \n ' }), code: 'invalidRequest', field: 'text' },
  {
    what: 'a text too long',
    body: filing({ text: '长'.repeat(limits.text + 1) }),
    code: 'invalidRequest',
    field: 'text',
  },
  { what: 'a number for a text', body: filing({ text: 7 }), code: 'invalidRequest', field: 'text' },
  { what: 'an unknown kind', body: filing({ kind: 'revolt' }), code: 'invalidRequest', field: 'kind' },
  { what: 'an unknown category', body: filing({ category: 'dragons' }), code: 'unknownCategory', field: 'category' },
  { what: 'no place', body: filing({ placeId: undefined }), code: 'invalidRequest', field: 'placeId' },
  { what: 'an unknown place', body: filing({ placeId: unknownId }), code: 'unknownPlace', field: 'placeId' },
  { what: 'a place that is no id', body: filing({ placeId: 'room-7' }), code: 'unknownPlace', field: 'placeId' },
  { what: 'somebody else’s room', by: 'stranger', body: filing({}), code: 'unknownPlace', field: 'placeId' },
  {
    what: 'a tenth photo',
    body: filing({ photos: Array.from({ length: 10 }, (_, n) => `photo-${n}`) }),
    code: 'invalidRequest',
    field: 'photos',
  },
  { what: 'an unknown photo', body: filing({ photos: [unknownId] }), code: 'unknownMedia' },
  { what: 'a photo that is no id', body: filing({ photos: ['photo-1'] }), code: 'unknownMedia' },
  { what: 'no key', body: filing({ idempotencyKey: undefined }), code: 'invalidRequest', field: 'idempotencyKey' },
  { what: 'a NUL in a text', body: filing({ text: '漏\u0000水' }), code: 'invalidRequest', field: 'text' },
  { what: 'half of an emoji', body: filing({ text: '漏水\ud83d' }), code: 'invalidRequest', field: 'text' },
  {
    what: 'a NUL in a cursor',
    body: () => ({ action: 'list', data: { scope: 'mine', cursor: '\u0000' } }),
    code: 'invalidRequest',
    field: 'cursor',
  },
  {
    what: 'a stranger’s ticket',
    by: 'stranger',
    body: scene => ({ action: 'get', data: { ticketId: scene.ticketId } }),
    code: 'notFound',
  },
  { what: 'an unknown ticket', body: () => ({ action: 'get', data: { ticketId: unknownId } }), code: 'notFound' },
  { what: 'a ticket that is no id', body: () => ({ action: 'get', data: { ticketId: 'T-1' } }), code: 'notFound' },
  { what: 'a stranger’s command', by: 'stranger', body: acting({ command: 'urge' }), code: 'notFound' },
  { what: 'a wrong role', body: acting({ command: 'accept' }), code: 'forbidden' },
  {
    what: 'a wrong post for an action',
    body: scene => ({ action: 'candidates', data: { ticketId: scene.ticketId } }),
    code: 'forbidden',
  },
  {
    what: 'a wrong state',
    by: 'steward',
    body: acting({
      command: 'complete',
      summary: '好了',
      cause: { factor: 'people' },
      verdict: 'partly',
      responsibleParty: 'own',
    }),
    code: 'wrongState',
  },
  { what: 'a stale version', by: 'steward', body: acting({ command: 'accept', version: 1 }), code: 'staleVersion' },
  {
    what: 'an unknown command',
    by: 'steward',
    body: acting({ command: 'explode' }),
    code: 'invalidRequest',
    field: 'command',
  },
  {
    what: 'a repeated key with other content',
    body: filing({ text: '换了内容', idempotencyKey: 'the-first-filing' }),
    code: 'idempotencyConflict',
  },
  { what: 'no token', by: 'nobody', body: filing({}), code: 'unauthenticated' },
  { what: 'a forged token', by: 'forged', body: filing({}), code: 'unauthenticated' },
  { what: 'broken JSON', body: () => '{"action":"file","data":{', code: 'malformedRequest' },
  { what: 'bytes that are no text', body: () => 'null', code: 'malformedRequest' },
  { what: 'a list for a body', body: () => [], code: 'malformedRequest' },
  { what: 'an empty body', body: () => '', code: 'malformedRequest' },
  { what: 'no action', body: () => ({ data: {} }), code: 'invalidRequest', field: 'action' },
  { what: 'a list for data', body: () => ({ action: 'file', data: [] }), code: 'invalidRequest' },
  { what: '200 nested levels', body: () => `{"action":"file","data":${nested(200)}}`, code: 'malformedRequest' },
  { what: '20,000 nested levels', body: () => `{"action":"file","data":${nested(14_000)}}`, code: 'malformedRequest' },
  { what: 'a body of 5 MB', body: () => ({ action: 'file', data: { text: 'x'.repeat(5_000_000) } }), code: 'tooLarge' },
  { what: 'an unknown action', body: () => ({ action: 'explode', data: {} }), code: 'unknownAction' },
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', ''].flatMap((name): Bad[] => [
    { what: `the action “${name}”`, body: () => ({ action: name, data: {} }), code: 'unknownAction' },
    {
      what: `the function “${name || ' '}”`,
      fn: name || ' ',
      body: () => ({ action: 'file', data: {} }),
      code: 'unknownAction',
    },
  ]),
]

describeOnPostgres('what bad input gets', open => {
  test('each has a code, a status and a Chinese sentence; nothing is written; the host stays up', async () => {
    const host = await openHost(await open())
    try {
      const resident = await host.token('resident-1')
      const placeId = (await host.call(resident, 'account', 'me', {})).rooms[0]?.placeId ?? ''
      const good = { kind: 'complaint', category: 'leak', placeId, text: '厨房漏水' } as const
      const { ticketId } = await host.call(resident, 'ticket', 'file', { ...good, idempotencyKey: 'the-first-filing' })
      const tokens = {
        resident,
        steward: await host.token('steward-1'),
        stranger: await host.token('resident-2'),
        clerk: await host.token('clerk-1'),
        nobody: null,
        forged: `${resident.slice(0, -4)}AAAA`,
      }
      const scene: Scene = { host, ...tokens, placeId, ticketId, filing: { ...good, idempotencyKey: 'a-bad-filing' } }
      const before = await contents(host)
      for (const bad of table) {
        const reply = await host.post(bad.fn ?? 'ticket', bad.body(scene), tokens[bad.by ?? 'resident'])
        const error = errorOf(reply)
        const got = {
          what: bad.what,
          code: error.code,
          status: reply.status,
          field: Object.keys(error.fields ?? {})[0],
        }
        expect(got).toMatchObject({
          what: bad.what,
          code: bad.code,
          status: errorCodes[bad.code].status,
          ...(bad.field ? { field: bad.field } : {}),
        })
        expect(error.message).toMatch(/[\u4e00-\u9fff]/)
        for (const message of Object.values(error.fields ?? {})) expect(message).toMatch(/[\u4e00-\u9fff]/)
        expect(reply.body.serverTime).toBe(host.runtime.clock.now())
      }
      expect(await contents(host)).toEqual(before)
      expect((await fetch(`${host.url}/healthz`)).status).toBe(200)
      expect(host.logged).toEqual([])
    } finally {
      await host.close()
    }
  })

  test('text is stored and given back as it was sent', async () => {
    const host = await openHost(await open())
    try {
      const resident = await host.token('resident-1')
      const placeId = (await host.call(resident, 'account', 'me', {})).rooms[0]?.placeId ?? ''
      const text = '<b>漏水</b> 👨‍👩‍👧 \t\u0007 “引号” \\ \u202e乱序 \u200b\r\n第二行'
      const { ticketId } = await host.call(resident, 'ticket', 'file', {
        kind: 'complaint',
        category: 'leak',
        placeId,
        text,
        idempotencyKey: 'odd-characters',
      })
      expect((await host.call(resident, 'ticket', 'get', { ticketId })).text).toBe(text)
    } finally {
      await host.close()
    }
  })

  test('an expired session is no session', async () => {
    const host = await openHost(await open())
    try {
      const resident = await host.token('resident-1')
      await host.call(resident, 'account', 'me', {})
      host.wall.now += 400 * 86_400_000
      const reply = await host.post('account', { action: 'me', data: {} }, resident)
      expect([reply.status, errorOf(reply).code]).toEqual([401, 'unauthenticated'])
    } finally {
      await host.close()
    }
  })

  test('too many codes asked for one number are refused, and another number still gets its own', async () => {
    const host = await openHost(await open())
    try {
      const ask = (phone: string) => host.post('account', { action: 'requestPhoneCode', data: { phone } })
      for (let n = 0; n < 10; n += 1) await ask('10000000001')
      const refused = await ask('100 0000 0001')
      expect([refused.status, errorOf(refused).code]).toEqual([429, 'rateLimited'])
      expect((await ask('10000000002')).status).not.toBe(429)
      const later = Date.now() + 11 * 60_000
      jest.spyOn(Date, 'now').mockImplementation(() => later)
      expect((await ask('10000000001')).status).not.toBe(429)
    } finally {
      jest.restoreAllMocks()
      await host.close()
    }
  })

  test('outside the demo there is no demo', async () => {
    const host = await openHost(await open(), { demo: false })
    try {
      const persona = await host.post('account', { action: 'demoSignIn', data: { persona: 'resident-1' } })
      expect([persona.status, errorOf(persona).code]).toEqual([404, 'unknownAction'])
      const clock = await fetch(`${host.url}/demo/clock`, { method: 'POST', body: '{"advance":"PT1H"}' })
      expect(clock.status).toBe(404)
      expect((await fetch(`${host.url}/demo/clock`)).status).toBe(404)
      const contract = await (await fetch(`${host.url}/contract.json`)).text()
      expect(contract).not.toContain('demoSignIn')
    } finally {
      await host.close()
    }
  })

  test('the header of the gateway counts only where the gateway is the only way in', async () => {
    const headers = { 'x-wx-openid': 'openid-of-somebody' }
    const body = JSON.stringify({ action: 'me', data: {} })
    for (const [trustGateway, status] of [
      [false, 401],
      [true, 200],
    ] as const) {
      const host = await openHost(await open(), { trustGateway })
      try {
        const reply = await fetch(`${host.url}/call/account`, { method: 'POST', headers, body })
        expect(reply.status).toBe(status)
      } finally {
        await host.close()
      }
    }
  })

  test('a photo id of a stranger is as unknown as one that does not exist', async () => {
    const host = await openHost(await open())
    try {
      const uploaded = await host.upload(await host.token('resident-1'), await phonePhoto())
      if (!uploaded.body.ok) throw new Error('upload failed')
      const headers = { authorization: `Bearer ${await host.token('resident-2')}` }
      const ids = [uploaded.body.data.mediaId, unknownId]
      const answers = await Promise.all(
        ids.map(async id => {
          const reply = await fetch(`${host.url}/media/${id}`, { headers })
          return [reply.status, await reply.text()]
        }),
      )
      expect(answers[0]).toEqual(answers[1])
      expect(answers[0]?.[0]).toBe(404)
    } finally {
      await host.close()
    }
  })
})
