import type { IconName } from '@/ui/icon'
import type { Role } from '../../../types/vocabulary'

export type CardId =
  | 'overview'
  | 'escalations'
  | 'rules'
  | 'deadlines'
  | 'calendar'
  | 'categories'
  | 'figures'
  | 'roster'
  | 'rehearsal'
  | 'history'
  | 'health'

interface Card {
  word: string
  icon: IconName
  page: string
  /** Who may call what it shows (types/contract/{center,policy,staff}). */
  roles: readonly Role[]
  /** Of all the reader's centers together, whichever one is worked on. */
  overall?: true
}

/** What somebody is in the center that is worked on, and in all of theirs. */
export interface Held {
  here: readonly Role[]
  anywhere: readonly Role[]
}

const everybody: readonly Role[] = ['departmentHead', 'serviceManager', 'quality', 'supervisor', 'admin']

export const cards: Record<CardId, Card> = {
  overview: {
    word: '总览',
    icon: 'building',
    page: 'manage/overview/index',
    roles: ['departmentHead', 'serviceManager', 'quality', 'supervisor'],
  },
  escalations: {
    word: '升级提醒',
    icon: 'late',
    page: 'manage/escalations/index',
    roles: ['departmentHead', 'serviceManager', 'quality'],
    overall: true,
  },
  roster: { word: '排班与请假', icon: 'people', page: 'manage/roster/index', roles: everybody },
  rules: { word: '派单规则', icon: 'swap', page: 'manage/rules/index', roles: everybody },
  deadlines: { word: '时限', icon: 'clock', page: 'manage/deadlines/index', roles: everybody },
  calendar: { word: '工作日历', icon: 'door', page: 'manage/calendar/index', roles: everybody },
  categories: { word: '类别', icon: 'list', page: 'manage/categories/index', roles: everybody },
  figures: { word: '其他设置', icon: 'edit', page: 'manage/figures/index', roles: everybody },
  rehearsal: { word: '规则演练', icon: 'play', page: 'manage/rehearsal/index', roles: everybody },
  history: { word: '历史版本', icon: 'refresh', page: 'manage/history/index', roles: everybody },
  health: {
    word: '系统状况',
    icon: 'power',
    page: 'manage/health/index',
    roles: ['admin', 'serviceManager', 'quality'],
    overall: true,
  },
}

export const groups: readonly { title: string; ids: readonly CardId[] }[] = [
  { title: '今天', ids: ['overview', 'escalations', 'roster'] },
  { title: '规则', ids: ['rules', 'deadlines', 'calendar', 'categories', 'figures', 'rehearsal', 'history'] },
  { title: '系统', ids: ['health'] },
]

export const mayAsk = ({ here, anywhere }: Held, id: CardId): boolean => {
  const { roles, overall } = cards[id]
  return roles.some(role => (overall ? anywhere : here).includes(role))
}

export const cardsFor = (held: Held, ids: readonly CardId[]): CardId[] => ids.filter(id => mayAsk(held, id))
