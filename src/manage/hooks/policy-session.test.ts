import { CallError } from '@/data/call/call-error'
import type { Policy } from '../../../types/contract/policy-document'
import { defaultPolicyForTest as policy } from '../format/policy.fixture'
import { isOutdated } from './policy-session'
import { currentOf, start } from './policy-session.fixture'

const transfers = (maxTransfers: number) => (before: Policy) => ({ ...before, maxTransfers })

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

it('keeps what was said until the next answer, and says that it is outdated', async () => {
  const { session, waiting } = start({
    check: async ({ maxTransfers }) => {
      if (maxTransfers === 7) throw CallError.fromClient('offline')
      return { problems: [{ path: 'maxTransfers', message: `不能是 ${maxTransfers}`, blocking: true }], changes: [] }
    },
  })
  const shown = () => {
    const state = session.state.get()
    return [state.check?.problems[0]?.message, isOutdated(state)]
  }
  await session.show()
  session.edit(transfers(5))
  await session.checkNow()
  expect(shown()).toEqual(['不能是 5', false])
  session.edit(transfers(6))
  expect(shown()).toEqual(['不能是 5', true])
  waiting.work?.()
  await session.checkNow()
  expect(shown()).toEqual(['不能是 6', false])
  session.edit(transfers(7))
  await session.checkNow()
  expect(shown()).toEqual(['不能是 6', true])
  session.discard()
  expect(shown()).toEqual([undefined, false])
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
