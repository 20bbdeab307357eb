import type { StaffRole } from '../../../types/vocabulary'

export interface DemoPost {
  readonly role: StaffRole
  readonly department?: string
  /** Keys of places. */
  readonly buildings?: readonly string[]
  readonly skills?: readonly string[]
}

export interface DemoStaff {
  /** The persona one signs in as. */
  readonly persona: string
  readonly name: string
  readonly posts: readonly DemoPost[]
}

/** Thirteen members of staff; some hold two posts, as in a center of this size. */
export const staff: readonly DemoStaff[] = [
  {
    persona: 'steward-1',
    name: '李静',
    posts: [{ role: 'steward', department: 'service', buildings: ['building-1'] }],
  },
  {
    persona: 'steward-2',
    name: '周敏',
    posts: [{ role: 'steward', department: 'service', buildings: ['building-2'] }],
  },
  {
    persona: 'steward-3',
    name: '陈浩',
    posts: [{ role: 'steward', department: 'service', buildings: ['building-3'] }],
  },
  {
    persona: 'handler-1',
    name: '王建国',
    posts: [{ role: 'handler', department: 'engineering', skills: ['leak', 'pipe', 'power'] }],
  },
  { persona: 'handler-2', name: '赵桂兰', posts: [{ role: 'handler', department: 'cleaning', skills: ['rubbish'] }] },
  { persona: 'handler-3', name: '孙立军', posts: [{ role: 'handler', department: 'security', skills: ['parking'] }] },
  { persona: 'clerk-1', name: '林晓雯', posts: [{ role: 'clerk', department: 'service' }] },
  {
    persona: 'clerk-2',
    name: '吴婷',
    posts: [
      { role: 'clerk', department: 'service' },
      { role: 'handler', department: 'finance', skills: ['billing'] },
    ],
  },
  { persona: 'head-1', name: '郑志强', posts: [{ role: 'departmentHead', department: 'engineering' }] },
  {
    persona: 'manager-1',
    name: '何文华',
    posts: [{ role: 'serviceManager' }, { role: 'departmentHead', department: 'service' }],
  },
  { persona: 'quality-1', name: '许明远', posts: [{ role: 'quality' }] },
  { persona: 'supervisor-1', name: '钱秋萍', posts: [{ role: 'supervisor' }] },
  { persona: 'admin-1', name: '高佳', posts: [{ role: 'admin' }, { role: 'assistant', department: 'service' }] },
]

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹']
const givenNames = [
  '伟',
  '芳',
  '秀英',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '洋',
  '艳',
  '勇',
  '军',
  '杰',
  '娟',
  '涛',
  '明',
  '霞',
  '平',
  '刚',
  '桂英',
]

/** A made-up name for the n-th resident, the same at every seed; the first twenty differ in both parts. */
export const residentName = (n: number): string =>
  `${surnames[(n * 7) % surnames.length]}${givenNames[(n * 3) % givenNames.length]}`

/** Numbers that no telephone company has given out. */
export const residentPhone = (n: number): string => `100000${String(n).padStart(5, '0')}`

/** Lives with the first resident, so that the demo has a household of two (D-AC-2). */
export const familyName = '周建国'
export const familyPhone = '10000002001'
