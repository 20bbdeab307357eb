import type { IconName } from '@/ui/icon'
import { type Right, postsWith } from '../../../types/rights'
import type { Role } from '../../../types/vocabulary'
import { policyPartLabels } from '../../../types/words/policy'

export type CardId =
  | 'overview'
  | 'satisfaction'
  | 'findings'
  | 'special'
  | 'legacy'
  | 'escalations'
  | 'rules'
  | 'deadlines'
  | 'calendar'
  | 'categories'
  | 'questionnaires'
  | 'figures'
  | 'campaigns'
  | 'improvements'
  | 'roster'
  | 'rehearsal'
  | 'history'
  | 'health'
  | 'organisation'
  | 'households'

interface Card {
  word: string
  icon: IconName
  page: string
  /** Of which one is needed for what it shows. */
  rights: readonly Right[]
  /** Of all the reader's centers together, whichever one is worked on. */
  overall?: true
  /** Of the whole company, before there is a center too. */
  company?: true
}

/** What somebody is in the center that is worked on, and in all of theirs. */
export interface HeldPosts {
  here: readonly Role[]
  anywhere: readonly Role[]
  /** Organises the company (D-OR-1). */
  administers?: boolean
}

export const cards: Record<CardId, Card> = {
  overview: {
    word: '总览',
    icon: 'building',
    page: 'manage/overview/index',
    rights: ['watchDepartment', 'watchCenter'],
  },
  satisfaction: {
    word: '满意度',
    icon: 'star',
    page: 'manage/satisfaction/index',
    rights: ['watchDepartment', 'watchCenter'],
  },
  findings: { word: '违规记录', icon: 'list', page: 'manage/findings/index', rights: ['watchCenter'] },
  special: {
    word: '特别事项',
    icon: 'flag',
    page: 'manage/special/index',
    rights: ['watchDepartment', 'watchCenter'],
  },
  legacy: { word: '地产遗留清单', icon: 'building', page: 'manage/legacy/index', rights: ['watchCenter'] },
  escalations: {
    word: '升级提醒',
    icon: 'late',
    page: 'manage/escalations/index',
    rights: ['readEscalations'],
    overall: true,
  },
  campaigns: {
    word: '住户调查',
    icon: 'home',
    page: 'manage/campaigns/index',
    rights: ['followCampaigns'],
  },
  improvements: {
    word: '改进措施',
    icon: 'flag',
    page: 'manage/improvements/index',
    rights: ['readCampaignReports'],
  },
  roster: { word: '排班与请假', icon: 'people', page: 'manage/roster/index', rights: ['readStaff'] },
  rules: { word: policyPartLabels.routing, icon: 'swap', page: 'manage/rules/index', rights: ['readPolicy'] },
  deadlines: {
    word: policyPartLabels.deadlines,
    icon: 'clock',
    page: 'manage/deadlines/index',
    rights: ['readPolicy'],
  },
  calendar: { word: policyPartLabels.calendars, icon: 'door', page: 'manage/calendar/index', rights: ['readPolicy'] },
  categories: {
    word: policyPartLabels.categories,
    icon: 'list',
    page: 'manage/categories/index',
    rights: ['readPolicy'],
  },
  questionnaires: {
    word: '评价问卷',
    icon: 'chat',
    page: 'manage/questionnaires/index',
    rights: ['readPolicy'],
  },
  figures: { word: policyPartLabels.others, icon: 'edit', page: 'manage/figures/index', rights: ['readPolicy'] },
  rehearsal: { word: '规则演练', icon: 'play', page: 'manage/rehearsal/index', rights: ['readPolicy'] },
  history: { word: '历史版本', icon: 'refresh', page: 'manage/history/index', rights: ['readPolicy'] },
  organisation: {
    word: '公司和服务中心',
    icon: 'building',
    page: 'manage/organisation/index',
    rights: ['organise'],
    company: true,
  },
  households: { word: '住户绑定', icon: 'home', page: 'residence/waiting/index', rights: ['bindResidents'] },
  health: {
    word: '系统状况',
    icon: 'power',
    page: 'manage/health/index',
    rights: ['readHealth'],
    overall: true,
  },
}

export const groups: readonly { title: string; ids: readonly CardId[] }[] = [
  { title: '今天', ids: ['overview', 'special', 'satisfaction', 'findings', 'escalations', 'legacy', 'roster'] },
  { title: '住户的意见', ids: ['campaigns', 'improvements'] },
  {
    title: '规则',
    ids: ['rules', 'deadlines', 'calendar', 'categories', 'questionnaires', 'figures', 'rehearsal', 'history'],
  },
  { title: '组织', ids: ['organisation', 'households'] },
  { title: '系统', ids: ['health'] },
]

export const mayAsk = ({ here, anywhere, administers = false }: HeldPosts, id: CardId): boolean => {
  const { rights, overall, company } = cards[id]
  if (company) return administers
  return postsWith(...rights).some(role => (overall ? anywhere : here).includes(role))
}

export const cardsFor = (held: HeldPosts, ids: readonly CardId[]): CardId[] => ids.filter(id => mayAsk(held, id))
