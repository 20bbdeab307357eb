import type { Candidate } from '../hooks/use-candidates'
import { roleLabels } from '../../../types/vocabulary'

/**
 * On duty before off duty, few open tickets before many, then by name: whom one would ask first. Somebody with several
 * posts is listed once.
 */
export const byReadiness = (people: readonly Candidate[]): Candidate[] =>
  people
    .filter((person, index) => people.findIndex(({ id }) => id === person.id) === index)
    .sort(
      (a, b) =>
        Number(b.present) - Number(a.present) ||
        a.openTickets - b.openTickets ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    )

/** 「工程部 · 处理人员 · 在岗 · 手上 3 张」 */
export const candidateWords = ({ departmentName, role, present, openTickets }: Candidate): string =>
  [
    departmentName,
    roleLabels[role],
    present ? '在岗' : '不在岗',
    openTickets === 0 ? '手上没有工单' : `手上 ${openTickets} 张`,
  ]
    .filter(Boolean)
    .join(' · ')

/** People of a department, or all where none is chosen. */
export const peopleOf = (people: readonly Candidate[], departmentId: string | undefined): Candidate[] =>
  departmentId === undefined ? [...people] : people.filter(person => person.departmentId === departmentId)
