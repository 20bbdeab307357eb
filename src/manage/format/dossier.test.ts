import type { TicketView } from '../../../types/contract/ticket-views'
import { dossierParts, entryWho } from './dossier'

const at = Date.UTC(2026, 2, 2, 2)

const ticket = {
  number: '260302000001',
  place: { placeId: null, name: '1 号楼' },
  kind: 'complaint',
  categoryName: '电梯',
  urgency: 'urgent',
  severity: 'hot',
  channel: 'online',
  state: 'inProgress',
  filedAt: at,
  assignee: { id: 'p1', name: '王建国', role: 'handler' },
  department: { id: 'engineering', name: '工程部' },
  text: '电梯天天坏',
  expectation: null,
  severityProposal: {
    severity: 'hot',
    why: '30 天内 3 人反映',
    tickets: [{ ticketId: 't2', number: 'T-2' }],
    judged: 'confirmed',
  },
  alarms: [{ why: '扬言找媒体', at }],
  complainants: [
    { name: '王女士', anonymous: false, number: 'T-1', withdrawn: false },
    { name: null, anonymous: true, number: 'T-2', withdrawn: true },
  ],
  mergedInto: null,
  related: [{ ticketId: 't9', number: 'T-9' }],
  drafts: [
    { draft: 1, kind: 'reply', text: '明天恢复', status: 'refused', approverName: '许明远', remark: '写明时间', at },
  ],
  reports: [],
  posts: [
    { post: 1, link: 'https://a', platform: null, readings: [{ views: 9, followers: null, comments: null, at }] },
  ],
  thirdParty: null,
  deadlines: [
    { kind: 'hotReport', cycle: 1, dueAt: at, metAt: null, endedAt: null, breachedAt: at },
    { kind: 'completion', cycle: 2, dueAt: at, metAt: at, endedAt: null, breachedAt: null },
  ],
} as unknown as TicketView

test('a part with nothing in it is left out, the others say all that is known', () => {
  const parts = dossierParts(ticket)
  expect(parts.map(({ id }) => id)).toEqual(['matter', 'special', 'people', 'incident', 'posts', 'drafts', 'clocks'])
  const facts = new Map(parts.map(part => [part.id, part.facts.map(([label, words]) => `${label}｜${words ?? ''}`)]))
  expect(facts.get('special')).toEqual(['为什么特别｜30 天内 3 人反映、T-2', '警示 1｜2026年3月2日 10:00；扬言找媒体'])
  expect(facts.get('people')).toEqual(['1. 王女士｜编号 T-1', '2. 匿名｜编号 T-2，已撤回'])
  expect(facts.get('drafts')).toEqual(['1. 回复｜2026年3月2日 10:00；明天恢复；许明远：退回；写明时间'])
  expect(facts.get('clocks')?.map(line => line.split('，').at(-1))).toEqual(['超时', '2026年3月2日 10:00 做到'])
})

test('who did it, or the system', () => {
  const entry = { seq: 1, at, type: 'closed', title: '', text: null, mine: false, internal: false, media: [] }
  expect(entryWho({ ...entry, actor: null })).toBe('系统')
  expect(entryWho({ ...entry, actor: { id: 'p1', name: '王建国', role: 'handler' } })).toBe('王建国 · 处理人员')
})
