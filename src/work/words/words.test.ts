import type { Candidate } from '../hooks/use-candidates'
import { byReadiness, candidateWords, peopleOf } from './candidates'
import { categoryPath, findCategories, leavesOf, rootOf, rootsOf } from './find-categories'
import { relationWord, standoutTags, stateTag } from '@/ticket/words/ticket-words'

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

describe('categories', () => {
  const tree = [
    { id: 'repair', name: '工程维修', parentId: null },
    { id: 'lift', name: '电梯', parentId: 'repair', hint: '困人请直接打电话' },
    { id: 'leak', name: '漏水', parentId: 'repair' },
    { id: 'other', name: '其他', parentId: null },
  ]

  it('are a tree', () => {
    expect(rootsOf(tree).map(({ id }) => id)).toEqual(['repair', 'other'])
    expect(leavesOf(tree, 'repair').map(({ id }) => id)).toEqual(['lift', 'leak'])
    expect(rootOf(tree, 'leak')).toBe('repair')
    expect(rootOf(tree, 'gone')).toBeUndefined()
    expect(categoryPath(tree, 'leak')).toBe('工程维修 · 漏水')
    expect(categoryPath(tree, 'gone')).toBe('原来的类别')
  })

  it('are found by name, by hint and by what they belong to', () => {
    expect(findCategories(tree, '漏').map(({ id }) => id)).toEqual(['leak'])
    expect(findCategories(tree, '困人').map(({ id }) => id)).toEqual(['lift'])
    expect(findCategories(tree, '维修').map(({ id }) => id)).toEqual(['lift', 'leak'])
    expect(findCategories(tree, ' ')).toEqual([])
  })
})

describe('tags', () => {
  it('say how a ticket ended; unreached is not satisfied (D-CB-4)', () => {
    expect(stateTag('closed', 'satisfied')).toEqual({ meaning: 'done', word: '满意办结' })
    expect(stateTag('closed', 'unreached')).toEqual({ meaning: 'calm', word: '未能联系到' })
    expect(stateTag('dispatched', null)).toEqual({ meaning: 'dueSoon', word: '待接单' })
  })

  it('are few', () => {
    expect(standoutTags({ urgency: 'normal', severity: 'ordinary' })).toEqual([])
    expect(standoutTags({ urgency: 'emergency', severity: 'major' }).map(({ word }) => word)).toEqual(['紧急', '重大'])
  })

  it('name a relation in the words of the vocabulary or as it was written', () => {
    expect([relationWord('tenant'), relationWord('租客朋友'), relationWord(null)]).toEqual(['租户', '租客朋友', ''])
  })
})
