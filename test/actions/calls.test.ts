import { day, hour } from '../builders/clock'
import { type World, aKey, satisfied } from '../builders/world'
import { describeWorld } from '../support/describe-world'
import { expectConsistent } from '../support/consistency'
import type { RequestOf } from '../../types/contract'

type Record = Omit<RequestOf<'callback', 'record'>, 'taskId' | 'idempotencyKey'>

/** Told to clerk-1 on the telephone, done by the steward, and verified. */
async function told(world: World, phone = '13900001234'): Promise<string> {
  const ticketId = await world.file('clerk-1', { onBehalf: { channel: 'phone', name: '王阿姨', phone } })
  await world.finish(ticketId)
  return ticketId
}

const calls = async (world: World, person: string) => (await world.ok(person, 'callback.list', {})).items
const taskOf = async (world: World, ticketId: string): Promise<string> => {
  const all = [...(await calls(world, 'clerk-2')), ...(await calls(world, 'clerk-1'))]
  return all.find(one => one.ticketId === ticketId)?.taskId ?? 'none'
}
const recording = (taskId: string, said: Record) => ({ taskId, idempotencyKey: aKey(), ...said })
const codes = (all: readonly { readonly answer: { ok: true } | { ok: false; error: { code: string } } }[]) =>
  all.map(({ answer }) => (answer.ok ? 'ok' : answer.error.code)).sort()

describeWorld('calls that wait to be made (D-CB-1, D-CB-6)', tell => {
  tell('a colleague of whoever wrote it down has the call, makes it, and it is gone', async world => {
    const ticketId = await told(world)
    expect(await calls(world, 'clerk-1')).toEqual([])
    const waiting = await calls(world, 'clerk-2')
    expect(waiting).toMatchObject([
      { ticketId, complainant: ticketId, mine: true, ownerId: world.ids('clerk-2'), attempts: 0, notBefore: null },
    ])
    expect((await world.ok('clerk-2', 'ticket.summary', {})).calls).toBe(1)
    expect(await world.inbox('clerk-2')).toContain('请您回访')
    await expectConsistent(world)
    const taskId = waiting[0]?.taskId ?? ''
    const complete: Record = { outcome: 'complete', answers: satisfied }
    for (const person of ['clerk-1', 'steward-1'])
      expect([person, await world.refusal(person, 'callback.record', recording(taskId, complete))]).toEqual([
        person,
        'forbidden',
      ])
    expect(await world.refusal('clerk-2', 'callback.record', recording(taskId, { outcome: 'complete' }))).toBe(
      'invalidRequest',
    )
    expect(await world.ok('clerk-2', 'callback.record', recording(taskId, complete))).toEqual({ state: 'closed' })
    expect(await world.ticket(ticketId)).toMatchObject({ ending: 'satisfied' })
    expect(await calls(world, 'clerk-2')).toEqual([])
    expect(await world.refusal('clerk-2', 'callback.record', recording(taskId, complete))).toBe('wrongState')
    await expectConsistent(world)
  })

  tell(
    'a later time is kept, three days without an answer end it, and nobody elsewhere sees any of it',
    async world => {
      const ticketId = await told(world)
      const taskId = await taskOf(world, ticketId)
      const callAt = world.clock.now() + 5 * hour
      await world.ok('clerk-2', 'callback.record', recording(taskId, { outcome: 'later', callAt, text: '下午再打' }))
      expect(await calls(world, 'clerk-2')).toMatchObject([{ dueAt: callAt, notBefore: callAt, attempts: 1 }])
      await expectConsistent(world)
      const missed: Record = { outcome: 'noAnswer', method: 'visit' }
      for (const state of ['callback', 'callback', 'closed']) {
        expect(await world.ok('clerk-2', 'callback.record', recording(taskId, missed))).toEqual({ state })
        await world.pass(day)
      }
      const { ending, timeline } = await world.ok('clerk-2', 'ticket.get', { ticketId })
      expect(ending).toBe('unreached')
      const tries = timeline.filter(({ type }) => type === 'callbackAttempted').map(({ title }) => title)
      expect(tries).toEqual(['电话回访：约了再打', ...Array<string>(3).fill('上门回访：家里没有人')])
      for (const wrong of ['none', `${ticketId}:1.x`, `${world.ids('resident-9')}:1.1`])
        expect(await world.refusal('clerk-2', 'callback.record', recording(wrong, missed))).toBe('notFound')
      for (const person of ['resident-1', 'steward-1', 'admin-1'])
        expect(await world.refusal(person, 'callback.list', {})).toBe('forbidden')
    },
  )

  tell('calls of whoever leaves are handed over with the rest of their work (D-RT-7)', async world => {
    const ticketId = await told(world)
    const request = { personId: world.ids('clerk-2'), reason: '休假', idempotencyKey: aKey() }
    const { moved } = await world.ok('manager-1', 'staff.handOver', request)
    expect(moved).toMatchObject([{ ticketId, to: 'manager-1 的名字' }])
    expect(await calls(world, 'manager-1')).toMatchObject([{ ticketId, mine: true }])
    const again = await world.ok('manager-1', 'staff.handOver', { ...request, idempotencyKey: aKey() })
    expect(again.moved).toEqual([])
    await expectConsistent(world)
  })

  tell('who refuses on the telephone is called about nothing any more (D-CB-9)', async world => {
    const first = await told(world)
    const second = await told(world)
    const refused = recording(await taskOf(world, first), { outcome: 'refused' })
    expect(await world.ok('clerk-2', 'callback.record', refused)).toEqual({ state: 'quietPeriod' })
    expect((await world.ticket(second)).state).toBe('quietPeriod')
    expect(await calls(world, 'clerk-2')).toEqual([])
    await expectConsistent(world)
  })

  tell('no way to reach somebody means none on any record of theirs (D-CB-2b)', async world => {
    const place = { placeId: world.ids('room-102') }
    const visit = (name: string) => world.file('clerk-1', { ...place, onBehalf: { channel: 'inPerson', name } })
    const stranger = await visit('周大爷')
    await world.file('clerk-2', { ...place, onBehalf: { channel: 'phone', name: '周大爷', phone: '13900004321' } })
    const known = await visit('周大爷')
    const other = await visit('周奶奶')
    const reachable = async (ticketId: string) => (await world.ticket(ticketId)).complainants[0]?.reachable
    expect([await reachable(stranger), await reachable(known), await reachable(other)]).toEqual([false, true, false])
  })

  tell('put right on the spot: one command, exempt by what was said, quiet, and closed (D-IN-8)', async world => {
    const settled = {
      summary: '当场调好了门禁',
      cause: { factor: 'equipment' },
      verdict: 'substantiated',
      responsibleParty: 'own',
      result: 5,
    } as const
    const onBehalf = { channel: 'inPerson', name: '王阿姨', phone: '13900001234' } as const
    const ticketId = await world.file('clerk-1', { onBehalf, settled })
    expect(await world.ticket(ticketId)).toMatchObject({ state: 'quietPeriod', exemption: 'settledOnSpot' })
    expect(await calls(world, 'clerk-2')).toEqual([])
    expect(await world.inbox('clerk-1')).toEqual([])
    await expectConsistent(world)
    await world.pass(8 * day)
    await world.sweep()
    expect(await world.ticket(ticketId)).toMatchObject({ state: 'closed', ending: 'quiet' })
    await expectConsistent(world)
  })

  tell('two write down the same call at once: one outcome', async world => {
    const ticketId = await told(world)
    const taskId = await taskOf(world, ticketId)
    const poor = { ...satisfied, solved: false, result: 1 }
    const answers = await Promise.all([
      world.call('clerk-2', 'callback.record', recording(taskId, { outcome: 'complete', answers: satisfied })),
      world.call('manager-1', 'callback.record', recording(taskId, { outcome: 'complete', answers: poor })),
    ])
    expect(codes(answers)).toEqual(['ok', 'wrongState'])
    const types = await world.events(ticketId)
    expect(types.filter(type => type === 'surveyAnswered')).toHaveLength(1)
    expect(types.filter(type => type === 'closed' || type === 'reopened')).toHaveLength(1)
    await expectConsistent(world)
  })

  tell('answered in the app while the clerk is writing down the call: one outcome', async world => {
    const ticketId = await world.verified()
    await world.pass(2 * day)
    const taskId = await taskOf(world, ticketId)
    const answers = await Promise.all([
      world.call('resident-1', 'survey.answer', { ticketId, idempotencyKey: aKey(), ...satisfied }),
      world.call(
        'clerk-1',
        'callback.record',
        recording(taskId, { outcome: 'partial', answers: { solved: false }, text: '还在滴' }),
      ),
    ])
    expect(codes(answers)).toEqual(['ok', 'wrongState'])
    const types = await world.events(ticketId)
    expect(types.filter(type => type === 'closed' || type === 'reopened')).toHaveLength(1)
    expect(await calls(world, 'clerk-1')).toEqual([])
    await expectConsistent(world)
  })
})
