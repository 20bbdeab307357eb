import { CallError } from '@/services/call-error'
import type { PolicyDocument } from '../../../types/contract/policy-document'
import { defaultPolicyForTest as policy } from '../format/policy.fixture'
import { createPolicySession, type Current, type PolicyDraft, type PolicySessionParts } from './policy-session'

const currentOf = (version: number, of: PolicyDocument = policy): Current => ({
  centerId: 'c1',
  current: { version, createdAt: 0, createdBy: '何文华', note: '', applyTo: 'new' },
  policy: of,
  problems: [],
  coveredYears: [2026],
  buildings: [],
  places: [],
  staff: [],
  editable: true,
})

function start(changes: Partial<PolicySessionParts> = {}) {
  const device: { draft: PolicyDraft | null } = { draft: null }
  const waiting: { work: (() => void) | null } = { work: null }
  const server = { version: 3, checked: [] as PolicyDocument[], saved: [] as unknown[] }
  const parts: PolicySessionParts = {
    load: async () => currentOf(server.version),
    check: async (checked, centerId) => {
      expect(centerId).toBe('c1')
      server.checked.push(checked)
      return { problems: [], changes: [{ section: '其他', what: '最多转单', before: '2', after: '5' }] }
    },
    save: async request => {
      server.saved.push(request)
      server.version++
      return { version: server.version, runningTickets: 0 }
    },
    readKept: () => null,
    keep: () => undefined,
    readDraft: () => device.draft,
    keepDraft: (_center, draft) => void (device.draft = draft),
    later: work => {
      waiting.work = work
      return () => void (waiting.work = null)
    },
    ...changes,
  }
  return { session: createPolicySession(parts), device, waiting, server, parts }
}

const transfers = (maxTransfers: number) => (before: PolicyDocument) => ({ ...before, maxTransfers })

it('keeps a draft on the device and asks what it changes, once, after a pause', async () => {
  const { session, device, waiting, server } = start()
  await session.show()
  session.edit(transfers(4))
  session.edit(transfers(5))
  expect(device.draft).toMatchObject({ baseVersion: 3, policy: { maxTransfers: 5 } })
  expect(session.state.get().check).toBeNull()
  waiting.work?.()
  await Promise.resolve()
  await Promise.resolve()
  expect(server.checked.map(({ maxTransfers }) => maxTransfers)).toEqual([5])
  expect(session.state.get().check?.changes).toHaveLength(1)
})

it('has no draft any more when everything is as it was', async () => {
  const { session, device } = start()
  await session.show()
  session.edit(transfers(5))
  session.edit(transfers(2))
  expect([device.draft, session.state.get().draft]).toEqual([null, null])
})

it('takes up the draft of another page, and saves it under the version it was made from', async () => {
  const { session, device, server } = start()
  device.draft = { baseVersion: 3, policy: { ...policy, maxTransfers: 7 } }
  await session.show()
  const result = await session.save({ note: '多给一次机会', applyTo: 'new' })
  expect(result).toEqual({ kind: 'saved', version: 4, runningTickets: 0 })
  expect(server.saved).toEqual([
    expect.objectContaining({
      baseVersion: 3,
      centerId: 'c1',
      note: '多给一次机会',
      applyTo: 'new',
      policy: device.draft ?? expect.anything(),
    }),
  ])
  expect(session.state.get()).toMatchObject({ draft: null, current: { current: { version: 4 } } })
})

it('says when somebody else was first, keeps the draft, and can go on from theirs', async () => {
  const { session, device, server } = start({
    save: () => Promise.reject(new CallError('staleVersion', '刚刚有人更新了规则')),
  })
  await session.show()
  session.edit(transfers(5))
  server.version = 4
  expect(await session.save({ note: '改', applyTo: 'new' })).toEqual({ kind: 'stale' })
  expect(session.state.get()).toMatchObject({ draft: { baseVersion: 3 }, current: { current: { version: 4 } } })
  session.keepMine()
  expect(device.draft?.baseVersion).toBe(4)
  session.discard()
  expect(device.draft).toBeNull()
})

it('shows what a refused check or save names, at its place', async () => {
  const refusal = new CallError('invalidRequest', '有误', { 'policy.holdMaxDays': '请填 1 到 365 天' })
  const { session } = start({ check: () => Promise.reject(refusal) })
  await session.show()
  session.edit(transfers(5))
  await session.checkNow()
  expect(session.state.get().check?.problems).toEqual([
    { path: 'holdMaxDays', message: '请填 1 到 365 天', blocking: true },
  ])
})

it('shows the answer to the newest question only', async () => {
  const answers: ((changes: number) => void)[] = []
  const { session } = start({
    check: () =>
      new Promise(resolve =>
        answers.push(count =>
          resolve({
            problems: [],
            changes: Array.from({ length: count }, () => ({ section: '', what: '', before: null, after: null })),
          }),
        ),
      ),
  })
  await session.show()
  session.edit(transfers(5))
  const first = session.checkNow()
  session.edit(transfers(6))
  const second = session.checkNow()
  answers[1]?.(2)
  answers[0]?.(1)
  await Promise.all([first, second])
  expect(session.state.get().check?.changes).toHaveLength(2)
})

it('stays readable when the network is gone', async () => {
  const { session } = start({
    readKept: () => currentOf(3),
    load: () => Promise.reject(CallError.fromClient('offline')),
  })
  await session.show()
  expect(session.state.get()).toMatchObject({ loading: false, current: { centerId: 'c1' } })
  expect(session.state.get().error).toBeInstanceOf(CallError)
})
