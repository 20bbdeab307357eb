import type { Role } from '../../types/vocabulary'
import type { IconName } from '@/ui/icon'

export type Tab = 'home' | 'mine' | 'worklist' | 'fileFor' | 'queue' | 'all' | 'manage' | 'notices' | 'profile'

export interface TabItem {
  word: string
  icon: IconName
  page: string
}

export const tabItems: Record<Tab, TabItem> = {
  home: { word: '首页', icon: 'home', page: 'pages/home/index' },
  mine: { word: '我的反映', icon: 'list', page: 'pages/tickets/index' },
  worklist: { word: '工单', icon: 'list', page: 'work/worklist/index' },
  fileFor: { word: '代客反映', icon: 'edit', page: 'work/file/index' },
  queue: { word: '待处理', icon: 'inbox', page: 'work/queue/index' },
  all: { word: '全部', icon: 'list', page: 'work/tickets/index' },
  manage: { word: '管理', icon: 'building', page: 'manage/hub/index' },
  notices: { word: '消息', icon: 'bell', page: 'pages/notices/index' },
  profile: { word: '我的', icon: 'user', page: 'pages/profile/index' },
}

const residentTabs: readonly Tab[] = ['home', 'mine', 'notices', 'profile']
const staffTabs: readonly Tab[] = ['worklist', 'fileFor', 'notices', 'profile']
const deskTabs: readonly Tab[] = ['queue', 'all', 'notices', 'profile']
const managerTabs: readonly Tab[] = ['queue', 'all', 'manage', 'notices', 'profile']
/** Sees no tickets (D-PO-3). */
const adminTabs: readonly Tab[] = ['manage', 'notices', 'profile']

const tabsByRole: Record<Role, readonly Tab[]> = {
  resident: residentTabs,
  steward: staffTabs,
  handler: staffTabs,
  clerk: deskTabs,
  assistant: deskTabs,
  departmentHead: managerTabs,
  serviceManager: managerTabs,
  quality: managerTabs,
  supervisor: managerTabs,
  admin: adminTabs,
}

export const tabsOf = (role: Role): readonly Tab[] => tabsByRole[role]

/** Where a role starts, and goes back to when the history is empty. */
export const frontPageOf = (role: Role): string => tabItems[tabsOf(role)[0] ?? 'home'].page

/** The tab that a page without one belongs to, by the folder of its page: 管理 leads to `manage/…`; null: none of them. */
export function sectionOf(route: string, tabs: readonly Tab[]): Tab | null {
  const [folder = ''] = route.split('/')
  if (folder === 'manage') return tabs.includes('manage') ? 'manage' : null
  // Managers come to it from their hub, everybody else from 我的.
  if (folder === 'residence') return tabs.includes('manage') ? 'manage' : 'profile'
  if (folder === 'work') return tabs.find(tab => tabItems[tab].page.startsWith('work/')) ?? null
  return null
}
