import type { Actor } from './actor'
import type { Capacity } from './capacities'
import type { CompiledPolicy } from '../policy/compile/compile'
import { type Refusal, refusal } from '../refusal'
import { approvalOf, heightOf } from '../special/approval'
import {
  type Ticket,
  isFollowed,
  openAssists,
  openDraft,
  openRemedy,
  openSupervisions,
  owesReportBack,
} from '../ticket/state'
import { stillToHear } from '../survey/calls'
import { detailsUntil } from '../survey/details'
import { type Complainant, activeComplainants, complainantKey, filerOf, isIdentityHidden } from '../ticket/complainants'
import { busyWith } from '../ticket/decide-assist'
import { escalatedTo, returnedTo, takersIn } from '../ticket/decide-routing'
import { undoMergeWithin } from '../ticket/limits'
import type { NeedName } from '../ticket/transitions'
import { deadlineKindLabels, draftKindLabels, type DraftKind, roleLabels, stateLabels } from '../../../types/vocabulary'
import { type Directory, ladder } from '../routing/directory'
import type { Workloads } from '../workload/workload'
import { reportKinds } from '../deadline/run-rules'
import { mayFinishAssist, notYourAssist } from './assists'
import { knowsHiddenFilers } from './capacities'
import { ratesAs } from './household'

export interface NeedInput {
  readonly ticket: Ticket
  readonly actor: Actor
  readonly capacities: ReadonlySet<Capacity>
  readonly policy: CompiledPolicy
  readonly directory: Directory
  /** For `revealContact`: whose number, left out: the filer's; for `urge`: who has rung up (D-HD-8). */
  readonly whose?: Complainant | undefined
  /** Whether that phone number is kept; it does not stand in the ticket, so that it can be erased (D-AR-2). */
  readonly phoneKnown: boolean
  /** Epoch ms. */
  readonly now: number
}

const dayMs = 86_400_000

const notByRecorder = '这件事是您登记的，请由其他同事回访'

const decidedAlready = '品质管理部已经复查并答复，工单里写明了还可以找谁；如果又出现问题，请重新反映'

/** Whether there is anybody does not depend on how much they carry. */
const unweighed: Workloads = new Map()

/** It was merged longer ago than a merge can simply be undone. */
const isSettled = (ticket: Ticket, now: number): boolean =>
  'closedAt' in ticket && now - ticket.closedAt > undoMergeWithin

/** D-HD-2, D-HD-6: what the caller writes goes out, or somebody can be asked whether it may. */
const mayBeSaid = (kind: DraftKind, input: NeedInput): Refusal | null => {
  const { ticket, capacities: mine } = input
  const open = openDraft(ticket)
  if (open) return refusal('wrongState', `还有一份${draftKindLabels[open.about.kind]}在等审批，请先审批`)
  const approval = approvalOf(kind, ticket, mine, input)
  if (approval === null) return null
  // One thing waits at a time, with one time for it (D-HD-7).
  if (openRemedy(ticket)) return refusal('wrongState', '还有一笔补偿在等审批')
  return approval.post === null ? refusal('wrongState', `${draftKindLabels[kind]}要先审批，现在没有人可以审批`) : null
}

const plannable: readonly Ticket['state'][] = ['inProgress', 'proposed', 'agreed']

/** Each need of the transition table: null when it is met. */
export const needs: Record<NeedName, (input: NeedInput) => Refusal | null> = {
  notTheHandler: ({ ticket, actor }) =>
    actor.id !== null && (actor.id === ticket.completion?.byId || actor.id === ticket.assignment?.personId)
      ? refusal('forbidden', '处理人不能验证、回访或评价自己的工单，请由其他同事进行')
      : null,
  notTheRecorder: ({ ticket, actor }) =>
    activeComplainants(ticket).some(({ recordedBy }) => recordedBy !== undefined && recordedBy === actor.id)
      ? refusal('forbidden', notByRecorder)
      : null,
  someoneToCall: ({ ticket, actor, policy }) => {
    if (ticket.state !== 'callback') return null
    const open = stillToHear(ticket, policy, undefined)
    const mine = activeComplainants(ticket).filter(
      one => open.includes(complainantKey(one)) && one.recordedBy === actor.id,
    )
    return actor.id !== null && open.length > 0 && mine.length === open.length
      ? refusal('forbidden', notByRecorder)
      : null
  },
  transfersLeft: ({ ticket, capacities, policy }) =>
    ticket.transfers >= policy.policy.maxTransfers && !capacities.has('serviceManager') && !capacities.has('quality')
      ? refusal('forbidden', `已转单 ${ticket.transfers} 次，请由客服部经理决定`)
      : null,
  withinReopenWindow: ({ ticket, capacities, policy, now }) =>
    'closedAt' in ticket &&
    !capacities.has('serviceManager') &&
    !capacities.has('quality') &&
    !capacities.has('clerk') &&
    now - ticket.closedAt > policy.policy.survey.reopenWithinDays * dayMs
      ? refusal(
          'wrongState',
          `办结已超过 ${policy.policy.survey.reopenWithinDays} 天，请重新反映，我们会一并查看以前的记录`,
        )
      : null,
  // From the third time on quality has had the matter: before that a survey answer leads there by itself (D-CB-3).
  outcomeToReject: ({ ticket }) => {
    if (ticket.state === 'callback' && ticket.dissatisfied < 3)
      return refusal('wrongState', '请先评价这次处理，不满意我们会重新处理')
    return 'ending' in ticket && ticket.ending === 'disputed' ? refusal('wrongState', decidedAlready) : null
  },
  notDecided: ({ ticket, capacities: mine }) =>
    'ending' in ticket && ticket.ending === 'disputed' && !mine.has('serviceManager') && !mine.has('quality')
      ? refusal('wrongState', decidedAlready)
      : null,
  supervisionOpen: ({ ticket }) =>
    openSupervisions(ticket).length > 0 ? null : refusal('wrongState', '没有等待答复的督办'),
  notYetAnswered: ({ ticket, actor }) =>
    ticket.rounds.at(-1)?.answers.some(answer => answer.complainant === ratesAs(actor, ticket))
      ? refusal('alreadyAnswered')
      : null,
  detailsToAdd: ({ ticket, actor, policy, now }) => {
    const until = detailsUntil(ticket, ratesAs(actor, ticket), policy)
    if (until === null) return refusal('wrongState', '没有可以补充的评价')
    return now <= until ? null : refusal('wrongState', '已经过了补充评价的时间，有新情况请补充说明')
  },
  // Not `capacities`: whoever speaks for somebody without an account records what they say on the phone (`recordCallback`).
  askedToRate: ({ ticket, actor }) => {
    const as = ratesAs(actor, ticket)
    return as !== null && ticket.rounds.at(-1)?.asked.includes(as)
      ? null
      : refusal('forbidden', '这次评价没有邀请您参加，如果问题没有解决，请选择重新处理')
  },
  notYetWithdrawn: ({ capacities: mine }) =>
    mine.has('complainant') ? null : refusal('wrongState', '您已经撤回了，如果又出现问题，请重新反映'),
  forSomebody: ({ capacities: mine, whose }) =>
    mine.has('complainant') || mine.has('family') || whose ? null : refusal('forbidden', '请从来电人的事项里催办'),
  assistOpen: ({ ticket }) => (openAssists(ticket).length > 0 ? null : refusal('wrongState', '没有正在进行的协办')),
  assistToFinish: ({ ticket, actor, capacities: mine }) => {
    const open = openAssists(ticket)
    if (open.length === 0) return refusal('wrongState', '没有正在进行的协办')
    return open.some(assist => mayFinishAssist(assist, ticket, actor, mine)) ? null : notYourAssist
  },
  anotherToTake: ({ ticket, directory }) =>
    takersIn(directory).some(({ id }) => id !== ticket.assignment?.personId)
      ? null
      : refusal('wrongState', '没有其他同事可以接手'),
  anotherToHelp: ({ ticket, directory }) => {
    const busy = busyWith(ticket)
    return takersIn(directory).some(({ id }) => !busy.includes(id))
      ? null
      : refusal('wrongState', '没有其他同事可以协办')
  },
  nextInLine: input =>
    returnedTo(input.ticket, { ...input, workloads: unweighed })
      ? null
      : refusal('wrongState', '没有其他同事可以接手，请联系客服部经理'),
  someoneAbove: input =>
    escalatedTo(input.ticket, { ...input, workloads: unweighed }) ? null : refusal('wrongState', '没有可以上报的上级'),
  contactToReveal: ({ ticket, whose, capacities: mine, phoneKnown }) => {
    if (isIdentityHidden(whose ?? filerOf(ticket), knowsHiddenFilers(mine)))
      return refusal('forbidden', '这位业主不希望透露身份')
    return phoneKnown ? null : refusal('wrongState', '业主没有留下联系电话')
  },
  mergeUndoable: ({ ticket, now }) =>
    isSettled(ticket, now) ? refusal('wrongState', '并入已经超过 24 小时，不能撤销') : null,
  mergeSettled: ({ ticket, now }) =>
    isSettled(ticket, now) ? null : refusal('wrongState', '并入还不到 24 小时，请直接撤销'),
  assistsDone: ({ ticket }) => {
    const open = openAssists(ticket)
    return open.length === 0
      ? null
      : refusal('wrongState', `还有协办没有完成：${open.map(({ assignment }) => assignment.personName).join('、')}`)
  },
  remedyOwed: ({ ticket }) => {
    if (ticket.dissatisfied === 0) return refusal('wrongState', '业主还没有表示过不满意，请直接处理')
    if (openDraft(ticket)) return refusal('wrongState', '还有一份回复或方案在等审批')
    return openRemedy(ticket) ? refusal('wrongState', '还有一笔补偿在等审批') : null
  },
  replyPossible: input =>
    (input.ticket.state === 'declined' || input.ticket.state === 'closed') && !isFollowed(input.ticket)
      ? refusal('wrongState', `这件事${stateLabels[input.ticket.state]}，也没有在跟进的第三方`)
      : mayBeSaid('reply', input),
  proposalPossible: input => mayBeSaid('proposal', input),
  draftToDecide: ({ ticket, actor, capacities: mine }) => {
    const open = openDraft(ticket)
    if (!open) return refusal('wrongState', '没有等待审批的回复或方案')
    if (open.byId === actor.id || heightOf(mine) < ladder.indexOf(open.post))
      return refusal('forbidden', `这份${draftKindLabels[open.about.kind]}要由${roleLabels[open.post]}审批`)
    return open.about.kind === 'proposal' && !plannable.includes(ticket.state)
      ? refusal('wrongState', '处理中的工单才能审批方案，请先恢复或接单')
      : null
  },
  ownWord: input => {
    const approval = approvalOf('reply', input.ticket, input.capacities, input)
    if (approval === null) return null
    const who = approval.post === null ? '部门负责人' : roleLabels[approval.post]
    return refusal('forbidden', `网上的事由${who}答复，请把说明写成回复送审`)
  },
  thirdPartyFollowed: ({ ticket }) => {
    if (!isFollowed(ticket)) return refusal('wrongState', '没有正在跟进的第三方')
    return openDraft(ticket) ? refusal('wrongState', '还有一份回复或方案在等审批，请先审批') : null
  },
  reportBackOwed: ({ ticket }) => (owesReportBack(ticket) ? null : refusal('wrongState', '没有等待向总部回报的事')),
  nothingToTell: ({ ticket }) => {
    const owed = ticket.deadlineRuns.find(
      ({ kind, metAt, endedAt }) =>
        metAt === null &&
        endedAt === null &&
        (kind === 'reportBack' || kind === 'progress' || reportKinds.includes(kind)),
    )
    return owed ? refusal('wrongState', `还欠“${deadlineKindLabels[owed.kind]}”，办完再归档`) : null
  },
  approvalOpen: ({ ticket }) => (openRemedy(ticket) ? null : refusal('wrongState', '没有等待审批的补偿')),
  nothingToApprove: ({ ticket }) =>
    openDraft(ticket)?.about.kind === 'proposal'
      ? refusal('wrongState', '还有一份方案在等审批')
      : openRemedy(ticket)
        ? refusal('wrongState', '还有一笔补偿在等客服部经理审批')
        : null,
  reportToJudge: ({ ticket, actor }) =>
    ticket.reports?.some(one => one.judged === null && one.byId !== actor.id)
      ? null
      : refusal('wrongState', '没有等您审核的报告'),
  severityToJudge: ({ ticket }) =>
    ticket.severityProposal?.judged === null ? null : refusal('wrongState', '没有等待判定的严重程度'),
  proposalOpen: ({ ticket }) =>
    ticket.proposals.at(-1)?.status === 'open' &&
    (ticket.state !== 'onHold' || ticket.hold.reason === 'awaitingComplainant')
      ? null
      : refusal('wrongState', '没有等您确认的方案'),
}
