import type { Candidate } from '../hooks/use-candidates'
import { byReadiness, candidateWords, peopleOf } from './candidates'

const person = (part: Partial<Candidate>): Candidate => ({
  id: 'p',
  name: '张强',
  role: 'handler',
  departmentId: 'd1',
  departmentName: '工程部',
  present: true,
  openTickets: 0,
  ...part,
})

describe('candidates', () => {
  it('come readiest first', () => {
    const people = [
      person({ id: 'off', present: false }),
      person({ id: 'busy', openTickets: 5 }),
      person({ id: 'free', openTickets: 1 }),
    ]
    expect(byReadiness(people).map(({ id }) => id)).toEqual(['free', 'busy', 'off'])
  })

  it('are listed once, however many posts they hold', () => {
    expect(byReadiness([person({ role: 'clerk' }), person({ role: 'handler' })]).map(({ role }) => role)).toEqual([
      'clerk',
    ])
  })

  it('are told by department, post, presence and load', () => {
    expect(candidateWords(person({ openTickets: 3 }))).toBe('工程部 · 处理人员 · 在岗 · 手上 3 张')
    expect(candidateWords(person({ departmentName: null, present: false }))).toBe('处理人员 · 不在岗 · 手上没有工单')
  })

  it('are narrowed to a department', () => {
    const people = [person({ id: 'a' }), person({ id: 'b', departmentId: 'd2' })]
    expect(peopleOf(people, 'd2').map(({ id }) => id)).toEqual(['b'])
    expect(peopleOf(people, undefined)).toHaveLength(2)
  })
})
