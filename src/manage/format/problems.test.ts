import { blockingOf, inOrder, placeOf, problemsAt, problemsOfFields } from './problems'

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
