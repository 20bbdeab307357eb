import { roleLabels } from '../../../types/vocabulary'
import type { ResponseOf } from '../../../types/contract/index'
import { dayAt, spanWords, touches, type TimeSpan } from './days'

type Colleague = ResponseOf<'staff', 'list'>['people'][number]

/** 「工程部 · 处理人员」, each post once. */
export const postWords = ({ posts }: Pick<Colleague, 'posts'>): string =>
  [
    ...new Set(posts.map(({ role, departmentName }) => [departmentName, roleLabels[role]].filter(Boolean).join(' · '))),
  ].join('；')

/** People under the department of their first post; those without one come last. */
export function byDepartment(people: readonly Colleague[]): { name: string; people: Colleague[] }[] {
  const groups = new Map<string, Colleague[]>()
  for (const person of people) {
    const name = person.posts.find(({ departmentName }) => departmentName !== null)?.departmentName ?? '管理'
    groups.set(name, [...(groups.get(name) ?? []), person])
  }
  return [...groups]
    .map(([name, members]) => ({ name, people: members }))
    .sort((a, b) => Number(a.name === '管理') - Number(b.name === '管理') || (a.name < b.name ? -1 : 1))
}

export interface DutyShift extends TimeSpan {
  personId: string
  name: string
}

/** Who has duty that begins on the day, in order of time. */
export const dutiesOn = (people: readonly Colleague[], day: string): DutyShift[] =>
  people
    .flatMap(({ id, name, duty }) => duty.map(span => ({ personId: id, name, ...span })))
    .filter(({ from }) => dayAt(from) === day)
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.name < b.name ? -1 : 1))

/** Whose duty touches the day at all: who can be called. */
export const onDutyAt = (people: readonly Colleague[], at: number): string[] =>
  people.filter(({ duty }) => duty.some(({ from, to }) => from <= at && at < to)).map(({ name }) => name)

/** Days without anybody on duty, of those given. */
export const uncoveredDays = (people: readonly Colleague[], days: readonly string[]): string[] =>
  days.filter(day => !people.some(({ duty }) => duty.some(span => touches(span, day))))

/** 「周敏 18:00–次日 08:30」 */
export const dutyWords = (duty: DutyShift): string => `${duty.name} ${spanWords(duty)}`
