import { exactText } from '@/ui/words/time'
import type { Fact } from '@/ui/fact-list'
import type { TicketView, TimelineEntry } from '../../../types/contract/ticket-views'
import {
  channelLabels,
  deadlineKindLabels,
  draftKindLabels,
  kindLabels,
  reportPartLabels,
  reportPartsOf,
  reportStageLabels,
  roleLabels,
  severityLabels,
  stateLabels,
  urgencyLabels,
} from '../../../types/vocabulary'
import { reachText } from '../../../types/words/reach'

/** A part of the dossier; what is empty is left out. */
export interface DossierPart {
  id: string
  title: string
  facts: readonly Fact[]
}

const draftStanding = { waiting: '等审批', approved: '已同意', refused: '退回', dropped: '已作废' } as const
const reportStanding = { approved: '已通过', returned: '退回补充' } as const

function head(ticket: TicketView): readonly Fact[] {
  const { number, place, kind, categoryName, urgency, severity, channel, state, filedAt, assignee, department } = ticket
  return [
    ['工单号', number],
    ['位置', place.name],
    ['事项', `${kindLabels[kind]} · ${categoryName} · ${urgencyLabels[urgency]} · ${severityLabels[severity]}`],
    ['来源', `${channelLabels[channel]}，${exactText(filedAt)}`],
    ['现在', stateLabels[state]],
    ['责任人', [assignee?.name, department?.name].filter(Boolean).join(' · ') || '还没有人负责'],
    ['反映内容', ticket.text],
    ['期望', ticket.expectation],
  ]
}

const special = ({ severityProposal, alarms }: TicketView): readonly Fact[] => [
  [
    '为什么特别',
    severityProposal && [severityProposal.why, ...severityProposal.tickets.map(({ number }) => number)].join('、'),
  ],
  ...alarms.map(({ why, at }, index) => [`警示 ${index + 1}`, `${exactText(at)}；${why}`] as const),
]

const people = ({ complainants }: TicketView): readonly Fact[] =>
  complainants.map(
    ({ name, anonymous, number, withdrawn }, index) =>
      [
        `${index + 1}. ${name ?? (anonymous ? '匿名' : '不公开')}`,
        `编号 ${number}${withdrawn ? '，已撤回' : ''}`,
      ] as const,
  )

const incident = ({ mergedInto, related = [] }: TicketView): readonly Fact[] => [
  ['并入', mergedInto?.number],
  ['有关的工单', related.map(({ number }) => number).join('、')],
]

const drafts = ({ drafts: all = [] }: TicketView): readonly Fact[] =>
  all.map(
    ({ draft, kind, text, status, approverName, remark, at }) =>
      [
        `${draft}. ${draftKindLabels[kind]}`,
        [exactText(at), text, `${approverName}：${draftStanding[status]}`, remark].filter(Boolean).join('；'),
      ] as const,
  )

const reports = ({ reports: all }: TicketView): readonly Fact[] =>
  all.flatMap(({ report, stage, text, parts, at, judged, remark }) => [
    [`${report}. ${reportStageLabels[stage]}`, `${exactText(at)}；${text}`] as const,
    ...reportPartsOf[stage].map(part => [`${report}. ${reportPartLabels[part]}`, parts[part]] as const),
    [
      `${report}. 审核`,
      judged === null ? '待审核' : [reportStanding[judged], remark].filter(Boolean).join('：'),
    ] as const,
  ])

const posts = ({ posts: all = [] }: TicketView): readonly Fact[] =>
  all.map(
    ({ post, link, platform, readings }) =>
      [
        `${post}. ${platform ?? '网帖'}`,
        [link, ...readings.map(reading => `${exactText(reading.at)} ${reachText(reading) || '没有记热度'}`)].join('；'),
      ] as const,
  )

const party = ({ thirdParty }: TicketView): readonly Fact[] =>
  thirdParty
    ? [
        ['由谁负责', thirdParty.name],
        ['怎么联系', thirdParty.contact],
        ['跟进人', thirdParty.ownerName],
        ['结果', thirdParty.ended?.text],
      ]
    : []

const clocks = ({ deadlines }: TicketView): readonly Fact[] =>
  deadlines.map(({ kind, cycle, dueAt, metAt, breachedAt, endedAt }) => {
    const became =
      metAt !== null ? `${exactText(metAt)} 做到` : endedAt !== null ? '不再需要' : breachedAt === null ? '还没到' : ''
    return [
      `${deadlineKindLabels[kind]}${cycle > 1 ? `（第 ${cycle} 次）` : ''}`,
      [`应在 ${exactText(dueAt)} 前`, became, breachedAt === null ? '' : '超时'].filter(Boolean).join('，'),
    ] as const
  })

/** Everything that is not history, part by part (D-SP-3). */
export const dossierParts = (ticket: TicketView): readonly DossierPart[] =>
  [
    { id: 'matter', title: '事项', facts: head(ticket) },
    { id: 'special', title: '热点或重大', facts: special(ticket) },
    { id: 'people', title: '反映人', facts: people(ticket) },
    { id: 'incident', title: '同一事件', facts: incident(ticket) },
    { id: 'posts', title: '网帖', facts: posts(ticket) },
    { id: 'party', title: '第三方', facts: party(ticket) },
    { id: 'drafts', title: '审批', facts: drafts(ticket) },
    { id: 'reports', title: '报告', facts: reports(ticket) },
    { id: 'clocks', title: '时限', facts: clocks(ticket) },
  ].filter(({ facts }) => facts.some(([, words]) => words))

/** Who did what of the history. */
export const entryWho = ({ actor }: TimelineEntry): string =>
  actor === null ? '系统' : [actor.name, actor.role && roleLabels[actor.role]].filter(Boolean).join(' · ')
