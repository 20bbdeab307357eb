import { datedDueText, datedText, datedWords, dueText, instantText, retold } from './time'

const hour = 3_600_000
const day = 24 * hour
/** Monday, 2 March 2026, 15:30 (+08:00). */
const monday = Date.UTC(2026, 2, 2, 7, 30)
/** The Saturday before. */
const midnight = Date.UTC(2026, 1, 27, 16)

describe('words that are kept', () => {
  it.each([
    [monday, monday, '3月2日周一 15:30'],
    [monday + 6 * day, monday, '3月8日周日 15:30'],
    [Date.UTC(2026, 0, 1, 1, 5), Date.UTC(2025, 11, 31, 4), '2026年1月1日周四 09:05'],
    [midnight, monday, '2月28日周六 00:00'],
  ])('name the date and the weekday (%#)', (at, saidAt, words) => expect(datedText(at, saidAt)).toBe(words))

  it('end a day with 24:00', () => {
    expect(datedDueText(midnight, monday)).toBe('2月27日周五 24:00')
    expect(datedDueText(monday, monday)).toBe('3月2日周一 15:30')
  })
})

describe('words of then, read later', () => {
  it('say of each time what it is now', () => {
    const text = `张师傅将在${dueText(midnight, midnight - hour)} 前回复您，${instantText(monday, midnight)} 再来`
    expect(text).toBe('张师傅将在今天 24:00 前回复您，3月2日 15:30 再来')
    expect(retold(text, midnight - hour, midnight + hour)).toBe('张师傅将在昨天 24:00 前回复您，3月2日 15:30 再来')
    expect(retold(text, midnight - hour, midnight + 3 * day)).toBe(
      '张师傅将在2月27日 24:00 前回复您，3月2日 15:30 再来',
    )
  })

  it('are the words of now for the same instant, whenever said and read', () => {
    for (let step = 0; step < 400; step += 1) {
      const at = monday + step * 37 * 60_000
      const saidAt = at - ((step * 7) % 47) * hour + 11 * hour
      const now = saidAt + ((step * 13) % 90) * hour
      const said = instantText(at, saidAt)
      const expected = /[今明昨]/.test(said) ? instantText(at, now) : said
      expect(retold(said, saidAt, now)).toBe(expected)
      expect(datedWords(said, saidAt)).toBe(/[今明昨]/.test(said) ? datedText(at, saidAt) : said)
      const due = dueText(at, saidAt)
      expect(datedWords(due, saidAt)).toBe(/[今明昨]/.test(due) ? datedDueText(at, saidAt) : due)
    }
  })

  it('stay as they are where no time stands behind the day', () => {
    expect(retold('今天下午上门，明天再看', monday, monday + day)).toBe('今天下午上门，明天再看')
  })
})
