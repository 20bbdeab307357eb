import { createAborter } from './abort'
import { CallError } from './call-error'
import { backoffMs, retrying } from './retry'

const failing = (times: number, error: unknown) => {
  let calls = 0
  return {
    work: async () => {
      if (calls++ < times) throw error
      return 'done'
    },
    calls: () => calls,
  }
}
const pauses: number[] = []
const wait = async (ms: number) => void pauses.push(ms)
beforeEach(() => pauses.splice(0))

it('repeats a lost call with growing pauses', async () => {
  const { work, calls } = failing(2, CallError.fromClient('offline'))
  await expect(retrying(work, 2, undefined, wait)).resolves.toBe('done')
  expect(calls()).toBe(3)
  expect(pauses).toEqual([500, 1_000])
})

it('gives up after the tries it was given', async () => {
  const { work, calls } = failing(9, CallError.fromClient('unreachable'))
  await expect(retrying(work, 2, undefined, wait)).rejects.toMatchObject({ code: 'unreachable' })
  expect(calls()).toBe(3)
})

it('does not let anybody wait for a second timeout', async () => {
  const { work, calls } = failing(9, CallError.fromClient('timeout'))
  await expect(retrying(work, 2, undefined, wait)).rejects.toMatchObject({ code: 'timeout' })
  expect(calls()).toBe(1)
})

it('repeats neither a refusal nor a mistake in the program', async () => {
  for (const error of [new CallError('wrongState', ''), new TypeError('x')]) {
    const { work, calls } = failing(9, error)
    await expect(retrying(work, 2, undefined, wait)).rejects.toBe(error)
    expect(calls()).toBe(1)
  }
})

it('does not begin again for somebody who has gone', async () => {
  const aborter = createAborter()
  const { work, calls } = failing(9, CallError.fromClient('offline'))
  const leaving = async () => aborter.abort()
  await expect(retrying(work, 2, aborter.signal, leaving)).rejects.toMatchObject({ code: 'cancelled' })
  expect(calls()).toBe(1)
})

it('never pauses longer than eight seconds', () => expect(backoffMs(20)).toBe(8_000))
