import { addQuarters, legacyTable, periodOf, quarterOf, quarterWords, standingWords } from './legacy'

const at = (iso: string) => Date.parse(`${iso}+08:00`)

test('a quarter begins with its first month and ends with the next one', () => {
  expect(['2026-01-01T00:00', '2026-03-31T23:59', '2026-04-01T00:00'].map(iso => quarterOf(at(iso)))).toEqual([
    '2026-01-01',
    '2026-01-01',
    '2026-04-01',
  ])
  expect(addQuarters('2026-01-01', -1)).toBe('2025-10-01')
  expect(periodOf('2026-01-01')).toEqual({ from: at('2026-01-01T00:00'), to: at('2026-04-01T00:00') })
  expect(quarterWords('2025-10-01')).toBe('2025 年第 4 季度')
})

const row = {
  ticketId: 't1',
  number: '260302000001',
  category: '外墙',
  place: '1 栋 101',
  urgency: 'normal',
  state: 'declined',
  assignee: '张师傅',
  filedAt: at('2026-03-02T09:00'),
  thirdParty: { kind: 'developer', name: '宏远地产', contact: null },
  toldAt: null,
  solvedAt: null,
  stoppedAt: null,
} as const

test('the table says where, what, since when and how it stands', () => {
  expect(legacyTable({ rows: [row] }).split('\r\n')[1]).toBe(
    '260302000001,1 栋 101,外墙,2026-03-02,宏远地产,,,第三方处理中，我们在跟进',
  )
})

test('how it stands', () => {
  expect(standingWords({ ...row, solvedAt: at('2026-03-05T10:00') })).toBe('已解决（2026-03-05）')
  expect(standingWords({ ...row, stoppedAt: at('2026-03-05T10:00') })).toBe('不再跟进（2026-03-05）')
  expect(standingWords({ ...row, state: 'withdrawn', stoppedAt: at('2026-03-05T10:00') })).toBe(
    '业主撤回（2026-03-05）',
  )
})
