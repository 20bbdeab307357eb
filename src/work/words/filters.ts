import type { Category } from '@/data/read/use-catalog'
import { kindLabels, urgencyLabels, type Kind, type State, type Urgency } from '../../../types/vocabulary'
import type { TicketQuery } from '../hooks/use-ticket-list'

/** What narrows the desk's lists; undefined = all. */
export interface Filters {
  text: string
  stage?: Stage
  kind?: Kind
  urgency?: Urgency
  category?: string
  buildingId?: string
  /** Offered to whoever sees several (D-PO-2). */
  centerId?: string
}

export const noFilters: Filters = { text: '' }

/** Groups of states one looks for; the server knows single states only. */
export const stages = {
  waiting: { word: '待受理和派单', states: ['submitted', 'accepted'] },
  dispatched: { word: '待接单', states: ['dispatched'] },
  working: { word: '处理中', states: ['inProgress', 'proposed', 'agreed'] },
  onHold: { word: '挂起', states: ['onHold'] },
  judged: { word: '待验证', states: ['completed'] },
  callback: { word: '回访中', states: ['verified', 'callback', 'quietPeriod'] },
  disputed: { word: '有异议', states: ['disputed'] },
  closed: { word: '已关闭和归档', states: ['closed', 'archived'] },
  ended: { word: '撤回、不受理、并入', states: ['withdrawn', 'declined', 'merged'] },
} as const satisfies Record<string, { word: string; states: readonly State[] }>
export type Stage = keyof typeof stages

export const stageOptions = (Object.keys(stages) as Stage[]).map(id => ({ id, word: stages[id].word }))
export const kindOptions = (Object.keys(kindLabels) as Kind[]).map(id => ({ id, word: kindLabels[id] }))
export const urgencyOptions = (Object.keys(urgencyLabels) as Urgency[]).map(id => ({ id, word: urgencyLabels[id] }))

/** Roots, each followed by its own leaves set in. */
export function categoryOptions(categories: readonly Pick<Category, 'id' | 'name' | 'parentId'>[]) {
  const leaves = (root: string) =>
    categories.filter(({ parentId }) => parentId === root).map(({ id, name }) => ({ id, word: `\u3000${name}` }))
  return categories
    .filter(({ parentId }) => parentId === null)
    .flatMap(({ id, name }) => [{ id, word: name }, ...leaves(id)])
}

/** The filters as fields of `ticket.list`; what is empty is left out, so that equal lists are kept under one name. */
export function filterQuery({ text, stage, ...rest }: Filters): Partial<TicketQuery> {
  const search = text.trim()
  const chosen = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return {
    ...chosen,
    ...(search === '' ? {} : { text: search }),
    ...(stage === undefined ? {} : { states: [...stages[stage].states] }),
  }
}

/** How many filters are set, the search aside. */
export const countFilters = ({ text: _text, ...rest }: Filters): number =>
  Object.values(rest).filter(value => value !== undefined).length
