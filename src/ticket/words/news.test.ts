import { holdText } from './hold'
import { newsLines } from './news'

/** In March 2026, +08:00. */
const march = (date: number, hours: number) => Date.UTC(2026, 2, date, hours - 8)
const nothing = { urges: 0, words: null, objection: null, rejected: null, reopened: null }
const words = (text: string) => ({ text, at: march(2, 10) })

test('an objection comes before urges, these before why the round began', () => {
  const lines = newsLines({
    ...nothing,
    urges: 2,
    words: words('还在漏'),
    objection: words('周六才有人'),
    reopened: { round: 2, ...words('修好两天又漏了') },
  })
  expect(lines.map(({ title, text }) => [title, text])).toEqual([
    ['业主对方案有不同想法', '周六才有人'],
    ['催办 × 2', '还在漏'],
    ['第 2 轮处理', '修好两天又漏了'],
  ])
})

test('words that came with no urge stand by themselves, an urge may have none', () => {
  expect(newsLines({ ...nothing, words: words('阳台也湿了') }).map(({ id }) => id)).toEqual(['words'])
  expect(newsLines({ ...nothing, urges: 1 })).toMatchObject([{ title: '催办 × 1', text: null, at: null }])
})

test('nothing new has no line, also where the device kept a list of before', () => {
  expect([newsLines(null), newsLines(undefined), newsLines(nothing)]).toEqual([[], [], []])
})

test('what waits says for what and until which day', () => {
  const hold = { reason: 'awaitingPart', since: march(2, 10), until: march(5, 18) } as const
  expect(holdText(hold, hold.since)).toBe('暂停：等配件，到 3月5日周四 18:00')
})
