import { editableParts, emptyPart, settled } from './condition'
import { addDays, addMonths, dayAt, dayWords, instantAt, mondayOf, spanWords, timeAt, touches, weekOf } from './days'
import { canSupervise, highestLevels } from './escalation'
import { freeId, inserted, moved, omitted, replaced, toggled, without } from './edit'
import { shiftsFault } from './shifts'
import { deadLetterWords, runName, runTime } from './health-words'
import { blockingOf, inOrder, placeOf, problemsAt, problemsOfFields } from './problems'

describe('lists', () => {
  it('are changed by making new ones', () => {
    const list = ['a', 'b', 'c']
    expect(moved(list, 0, 2)).toEqual(['b', 'c', 'a'])
    expect(moved(list, 0, 3)).toEqual(list)
    expect(replaced(list, 1, 'x')).toEqual(['a', 'x', 'c'])
    expect(without(list, 1)).toEqual(['a', 'c'])
    expect(inserted(list, 2, 'x')).toEqual(['a', 'b', 'x', 'c'])
    expect(toggled(toggled(list, 'b'), 'b')).toEqual(['a', 'c', 'b'])
    expect(omitted({ a: 1, b: 2 }, 'a')).toEqual({ b: 2 })
    expect(freeId('calendar', ['calendar-2', 'office'])).toBe('calendar-3')
    expect(list).toEqual(['a', 'b', 'c'])
  })
})

describe('a condition', () => {
  it('asks nothing where nothing is chosen', () => {
    expect(settled({ category: [], urgency: undefined })).toBeUndefined()
    expect(settled({ category: [], anonymous: false })).toEqual({ anonymous: false })
    expect(editableParts.map(part => settled(emptyPart(part, 'office')))).toHaveLength(11)
  })
})

describe('shifts of a day', () => {
  it('refuse shifts that overlap or run backwards', () => {
    expect(shiftsFault([])).toBeNull()
    expect(
      shiftsFault([
        ['13:30', '24:00'],
        ['08:30', '13:30'],
      ]),
    ).toBeNull()
    expect(shiftsFault([['22:00', '06:00']])).toContain('跨零点')
    expect(
      shiftsFault([
        ['08:30', '12:30'],
        ['12:00', '18:00'],
      ]),
    ).toContain('重叠')
  })
})

describe('the health page', () => {
  it('tells people what it means and what to do, and never the words of the program', () => {
    expect([runName('deadline'), runName('notify'), runName('gc_sweeper')]).toEqual([
      '时限巡查',
      '消息发送',
      '其他定时任务',
    ])
    expect(deadLetterWords({ work: 'deadline', mayRetry: true })).toBe(
      '到点该做的提醒、上报没有做成。请打开工单看看有没有异常，再重新尝试；还是不行，请把技术详情发给技术支持',
    )
    expect(deadLetterWords({ work: 'policy', mayRetry: false })).toBe(
      '新保存的规则没有用到这张工单上，它还按原来的规则走。请本中心的经理或管理员重新尝试',
    )
  })

  it('takes an end before the start for that of the run before', () => {
    const times = [null, 4_000, 5_300, 8_000].map(finishedAt => runTime({ startedAt: 5_000, finishedAt }))
    expect(times).toEqual(['还没有结束', '还没有结束', '用时不到 1 秒', '用时 3 秒'])
  })
})

describe('escalations', () => {
  it('are one line per deadline, at the level they have reached', () => {
    const told = (ticketId: string, level: number, dueAt = 1) => ({ ticketId, kind: 'accept' as const, dueAt, level })
    expect(highestLevels([told('a', 2), told('b', 1), told('a', 1), told('a', 1, 2)])).toEqual([
      told('a', 2),
      told('b', 1),
      told('a', 1, 2),
    ])
    expect([canSupervise(['departmentHead', 'serviceManager']), canSupervise(['supervisor'])]).toEqual([true, false])
  })
})

describe('problems', () => {
  const problems = [
    { path: 'routing.1', message: 'a', blocking: false },
    { path: 'routing[10].to.person', message: 'b', blocking: true },
    { path: 'calendars.office.weekly.mon[0]', message: 'c', blocking: true },
    { path: 'holdMaxDays', message: 'd', blocking: true },
  ]

  it('are found at their very place', () => {
    expect(problemsAt(problems, 'routing.1').map(({ message }) => message)).toEqual(['a'])
    expect(problemsAt(problems, 'routing.10').map(({ message }) => message)).toEqual(['b'])
    expect(problemsAt(problems, 'calendars.office.weekly.mon')).toHaveLength(1)
    expect(inOrder(problems).map(({ message }) => message)).toEqual(['b', 'c', 'd', 'a'])
    expect(blockingOf(problems)).toHaveLength(3)
  })

  it('lead to the page that puts them right', () => {
    expect(problems.map(problem => placeOf(problem).word)).toEqual(['派单规则', '派单规则', '工作日历', '其他设置'])
  })

  it('of a refused request are problems of the policy', () => {
    expect(problemsOfFields({ 'policy.routing.3.name': '请补充名称' })).toEqual([
      { path: 'routing.3.name', message: '请补充名称', blocking: true },
    ])
  })
})

describe('days', () => {
  /** Monday, 2 March 2026, 00:30 (+08:00). */
  const at = Date.UTC(2026, 2, 1, 16, 30)

  it('are those of +08:00', () => {
    expect(dayAt(at)).toBe('2026-03-02')
    expect(timeAt(at)).toBe('00:30')
    expect(instantAt('2026-03-02', '00:30')).toBe(at)
    expect(dayWords('2026-03-02')).toBe('3月2日 周一')
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(mondayOf('2026-03-08')).toBe('2026-03-02')
    expect(weekOf('2026-03-02')[6]).toBe('2026-03-08')
    expect([addMonths('2026-12', 1), addMonths('2026-01', -1)]).toEqual(['2027-01', '2025-12'])
  })

  it('tell a night as belonging to the day it begins', () => {
    const night = { from: instantAt('2026-03-02', '18:00'), to: instantAt('2026-03-03', '08:30') }
    expect(spanWords(night)).toBe('18:00–次日 08:30')
    expect(spanWords({ from: night.from, to: instantAt('2026-03-02', '24:00') })).toBe('18:00–24:00')
    expect(['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'].map(day => touches(night, day))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})
