import { type CampaignTimes, dueStep, isAnswerable, nextStep } from './life'

const day = 86_400_000
const running: CampaignTimes = {
  state: 'open',
  fromAt: 0,
  untilAt: 14 * day,
  remindAfterDays: 7,
  openedAt: day,
  remindedAt: null,
}

test('it opens, reminds once, and ends', () => {
  expect(nextStep({ ...running, state: 'scheduled', openedAt: null, fromAt: 3 })).toEqual({ step: 'open', at: 3 })
  expect(nextStep(running)).toEqual({ step: 'remind', at: 8 * day })
  expect(nextStep({ ...running, remindedAt: 8 * day })).toEqual({ step: 'close', at: 14 * day })
  for (const state of ['draft', 'closed'] as const) expect(nextStep({ ...running, state })).toBeNull()
})

test('a reminder that would come with the end or after it is left out', () => {
  for (const remindAfterDays of [13, 20, null])
    expect(nextStep({ ...running, remindAfterDays })).toEqual({ step: 'close', at: 14 * day })
})

test('after a standstill nobody is asked or reminded of what has ended', () => {
  expect(dueStep(running, 8 * day - 1)).toBeNull()
  expect(dueStep(running, 8 * day)).toBe('remind')
  expect(dueStep(running, 14 * day)).toBe('close')
  expect(dueStep({ ...running, state: 'scheduled', openedAt: null }, 20 * day)).toBe('close')
})

test('it can be answered until its end, whether the timer has been or not', () => {
  expect(isAnswerable(running, 14 * day - 1)).toBe(true)
  expect(isAnswerable(running, 14 * day)).toBe(false)
  expect(isAnswerable({ ...running, state: 'closed' }, day)).toBe(false)
})
