import { isAnonymousAnswer } from '../access/anonymous-rating'
import { placeForStaff } from '../access/places'
import {
  type Closing,
  type DeadlineKind,
  deadlineKindLabels,
  disputeDecisionLabels,
  draftKindLabels,
  followingOutcomeLabels,
  holdReasonLabels,
  ratingWord,
  reportStageLabels,
  severityLabels,
  urgencyLabels,
} from '../../../types/vocabulary'
import { isLessSevere } from '../../../types/order'
import { judgementText } from '../../../types/words/judgement'
import { partyForResidents } from '../../../types/words/third-party'
import { remedyWord } from '../../../types/words/remedy'
import { datedDueText, datedText } from '../../../types/words/time'
import type { CompiledPolicy } from '../policy/compile/compile'
import { loudUrgencies, notBefore } from './quiet-hours'
import { isLate } from './outage-digest'
import { debtorsOf, frontDesk } from '../deadline/debtor'
import { type Directory, holdersOf } from '../routing/directory'
import { standingsOf } from '../survey/round'
import { complainantIdsOf, participantIdsOf } from '../ticket/complainants'
import type { EventOf, EventType, Recorded } from '../ticket/events'
import type { Ticket } from '../ticket/state'
import { weighsMore } from '../ticket/weights'
import { cutText } from '../../../types/words/text'

/** One message to one person; the in-app inbox always gets it (docs/architecture.md, The core). */
export interface Notice {
  readonly personId: string
  /** The event it tells of, by its place in the ticket's history. */
  readonly seq: number
  readonly type: EventType
  readonly title: string
  readonly text: string
  /** Unique per center: the same event told to the same person twice is one notice. */
  readonly dedupeKey: string
  /** Epoch ms before which it goes nowhere but the inbox: what isn't urgent waits for the morning. */
  readonly notBefore: number
}

interface Message {
  readonly to: readonly (string | null | undefined)[]
  /** Those of the household who have asked to be told hear it too (D-AC-2). */
  readonly family?: true
  readonly title: string
  readonly text: string
}

interface Occasion {
  /** Who had the ticket when it happened: in one decision it may pass on to somebody else (D-RT-3). */
  readonly holder: string | undefined
  readonly recorded: Recorded
  readonly before: Ticket | null
  readonly after: Ticket
  readonly directory: Directory
  readonly policy: CompiledPolicy
}

/** Title of a request to rate. The inbox knows such notices by it where their type is not enough (`asksToRate`). */
const rateTitle = '请您评价'

/** Which notices ask their receiver to rate: they are about a round of asking, and go when it is over (D-CB-1). */
export const asksToRate: { readonly types: readonly EventType[]; readonly joined: EventType; readonly title: string } =
  {
    types: ['callbackStarted', 'callbackReminded'],
    // Told to whoever has the ticket as well, in other words.
    joined: 'joined',
    title: rateTitle,
  }

const cut = (text: string): string => cutText(text, 60, '…')

const nothing: readonly Message[] = []

const message = (to: Message['to'], title: string, text: string): readonly Message[] => [{ to, title, text }]

const assistantOf = (ticket: Ticket, assist: number): string | undefined =>
  ticket.assists?.find(one => one.assist === assist)?.assignment.personId

/** Accounts among complainants named by `complainantKey`: who has none is called and gets no notice. */
const accountsAmong = (ticket: Ticket, keys: readonly string[]): readonly string[] =>
  participantIdsOf(ticket).filter(id => keys.includes(id))

/** Who has not yet answered the round that is open. */
const stillAsked = (ticket: Ticket, policy: CompiledPolicy): readonly string[] =>
  ticket.state === 'callback'
    ? accountsAmong(
        ticket,
        standingsOf(ticket, policy, undefined).flatMap(({ stands, complainant }) =>
          stands === 'open' ? [complainant] : [],
        ),
      )
    : []

/** How it ended, to the complainants; of a quiet period that has passed nothing is said, nobody is to be disturbed. */
const closedText = (
  ending: Closing,
  toResidents: (title: string, text: string) => readonly Message[],
): readonly Message[] => {
  switch (ending) {
    case 'satisfied':
      return toResidents('已办结', '谢谢您的评价，祝您生活愉快。')
    case 'unreached':
      return toResidents(
        '没能联系到您',
        '我们几次都没能联系到您，先把这件事放下，不算您满意。还没解决请点“还没解决”，也可以看看还能找谁。',
      )
    case 'disputed':
      return toResidents('已结案，记为有异议', '不算您满意。如果您仍不认可，工单里写明了还可以找谁。')
    case 'quiet':
      return nothing
  }
}

const reporterOf = (ticket: Ticket, report: number): string | null =>
  ticket.reports?.find(one => one.report === report)?.byId ?? null

const quality = (directory: Directory): Message['to'] => holdersOf(directory, 'quality', null).map(({ id }) => id)

/** Who hears of a special matter at once (D-SP-3, D-SP-4). */
const leaders = (directory: Directory): Message['to'] => [
  ...holdersOf(directory, 'serviceManager', null).map(({ id }) => id),
  ...quality(directory),
]

/** D-CL-3: that a matter counts as less severe than before is no secret from those who would have had its reports. */
const lowered = (
  before: Ticket | null,
  { severity, reason }: EventOf<'triaged' | 'reclassified'>,
  matter: string,
  directory: Directory,
): readonly Message[] =>
  before !== null && isLessSevere(severity, before.severity)
    ? message(
        leaders(directory),
        `严重程度降为${severityLabels[severity]}，原来是${severityLabels[before.severity]}`,
        `${matter}。${cut(reason ?? '')}`,
      )
    : nothing

/** The wording of every event, for residents and for staff. Residents never read 「派单」 (L-WRD-1). */
function messagesOf({ holder, recorded, before, after, directory, policy }: Occasion): readonly Message[] {
  const { event, at } = recorded
  const residents = complainantIdsOf(after)
  const toResidents = (title: string, text: string): readonly Message[] => [
    { to: residents, family: true, title, text },
  ]
  const accounts = (keys: readonly string[]) => accountsAmong(after, keys)
  const handler = after.assignment?.personId
  const owner = (): Message['to'] => (handler === undefined ? frontDesk(directory) : [handler])
  const debtor = ({ deadline: kind, cycle }: { readonly deadline: DeadlineKind; readonly cycle: number }) =>
    debtorsOf({ kind, cycle }, after, holder, directory)
  const place = placeForStaff(after).name
  const matter = `${place} · ${policy.category(after.category)?.name ?? after.category}`
  switch (event.type) {
    case 'filed':
      return nothing
    case 'assigned': {
      const name = event.assignment.personName
      const urgent =
        after.urgency === 'emergency' || after.urgency === 'urgent' ? `【${urgencyLabels[after.urgency]}】` : ''
      const forHandler = message(
        [event.assignment.personId],
        `${urgent}新工单，请接单`,
        `${matter}。${cut(after.text)}`,
      )
      if (event.cause === 'reopened')
        return [...forHandler, ...toResidents('我们会重新处理', `对不起，没能让您满意。${name}会重新处理您反映的事。`)]
      const changed = before?.assignment ? `改由${name}负责处理您反映的事。` : `已安排${name}处理您反映的事。`
      return [...forHandler, ...toResidents(`已安排${name}处理`, changed)]
    }
    case 'handedOver': {
      const name = event.assignment.personName
      const waits = after.state === 'dispatched' ? '请接单' : '请接着处理'
      return [
        ...message([event.assignment.personId], `移交给您的工单，${waits}`, `${matter}。${cut(event.reason)}`),
        // What is closed and still owes a report is nothing to the complainant.
        ...(after.state === 'closed'
          ? nothing
          : toResidents(`改由${name}负责`, `您反映的事改由${name}负责，之前说好的时间不变。`)),
      ]
    }
    case 'assistAsked':
      return message([event.assignment.personId], '请您协办', `${matter}。${cut(event.task)}`)
    case 'assistFinished':
      return message(owner(), '协办已完成', `${matter}。${cut(event.text)}`)
    case 'assistHandedOver':
      return message([event.assignment.personId], '移交给您的协办，请接着处理', `${matter}。${cut(event.reason)}`)
    case 'assistCancelled':
      return message([assistantOf(after, event.assist)], '协办已取消', `${matter}。${cut(event.reason)}`)
    case 'reported':
      return message(
        leaders(directory),
        `${severityLabels[after.severity]}投诉的${reportStageLabels[event.stage]}`,
        `${matter}。${cut(event.text)}`,
      )
    case 'reportJudged':
      return message(
        [reporterOf(after, event.report), handler],
        `${reportStageLabels[event.stage]}${event.approved ? '已通过' : '请补充后重新提交'}`,
        event.text === null ? matter : `${matter}。${cut(event.text)}`,
      )
    case 'severityProposed':
      return message(
        leaders(directory),
        `可能是${severityLabels[event.severity]}投诉，请判定`,
        `${matter}。${cut(event.why)}`,
      )
    case 'alarmRaised':
      return message(leaders(directory), '警示：请马上关注', `${matter}。${cut(event.why)}`)
    case 'triaged':
      return [
        ...toResidents('已受理', '您反映的事已经受理，正在安排人员。'),
        ...lowered(before, event, matter, directory),
      ]
    case 'declined':
      return toResidents(
        '关于您反映的事',
        [
          event.text,
          ...(event.thirdParty
            ? [`这件事由${partyForResidents(event.thirdParty)}负责，我们会继续跟进，定期告诉您进展。`]
            : []),
          '如果您不认可，可以提出异议，工单里也写明了还可以找谁。',
        ].join('\n'),
      )
    case 'followingEnded':
      return toResidents(followingOutcomeLabels[event.outcome], event.text)
    case 'draftSubmitted':
      return message(
        [event.approver.personId],
        `请您审批${draftKindLabels[event.about.kind]}`,
        `${matter}。${cut(event.about.text)}`,
      )
    case 'draftDecided': {
      const word = draftKindLabels[event.about.kind]
      const writer = before?.drafts?.find(({ draft }) => draft === event.draft)?.byId
      return event.decision === 'approve'
        ? message([writer, handler], `${word}已同意，业主已经看到`, matter)
        : message([writer, handler], `${word}退回，请修改`, `${matter}。${cut(event.text ?? '')}`)
    }
    case 'accepted':
      return toResidents(
        `${after.assignment?.personName ?? '工作人员'}开始处理`,
        '您反映的事已经有人在处理，有进展会告诉您。',
      )
    case 'replied':
      return toResidents('有新的回复', cut(event.text))
    case 'proposed':
      return toResidents('请您看看处理方案', cut(event.measures))
    case 'siteChecked':
      return toResidents('已到现场查看', cut(event.findings))
    case 'proposalAgreed':
      return message(owner(), '业主同意了方案', matter)
    case 'proposalCountered':
      return message(owner(), '业主有不同想法', cut(event.text))
    case 'held':
      return toResidents(
        '需要等一等',
        `${event.thirdParty ? `等${partyForResidents(event.thirdParty)}处理` : holdReasonLabels[event.reason]}，预计 ${datedText(event.until, at)} 继续。`,
      )
    case 'resumed':
      return [
        ...toResidents('继续处理', '您反映的事已经继续处理。'),
        ...(event.due ? message(owner(), '挂起到期，请继续处理', matter) : nothing),
      ]
    case 'completed':
      return [
        ...toResidents('已处理好，正在复核', cut(event.summary)),
        ...message(frontDesk(directory), '待验证', `${matter}。${cut(event.summary)}`),
      ]
    case 'completionCorrected':
      return message(
        [handler],
        '验证时更正了归因',
        `${matter}：${judgementText(event.from)} → ${judgementText(event.to)}`,
      )
    case 'verificationRejected':
      return message(owner(), '验证不通过，请再处理', cut(event.text))
    case 'callbackStarted':
      return message(accounts(event.asked), rateTitle, '您反映的事处理好了，请花半分钟告诉我们满意不满意。')
    case 'callbackReminded':
      return message(
        stillAsked(after, policy),
        '还在等您的评价',
        '您的评价决定这件事能不能结束。不满意我们会重新处理。',
      )
    case 'surveyAnswered':
      // D-CB-5: an anonymous rating isn't told to the handler while the round is open.
      return event.answers.anonymous
        ? nothing
        : message(owner(), '业主已评价', `${matter}，对结果${ratingWord(event.answers.result)}`)
    case 'surveyDetailed':
      return isAnonymousAnswer(after, event.round, event.complainant)
        ? nothing
        : message(owner(), '业主补充了评价', `${matter}${event.details.text ? `。${cut(event.details.text)}` : ''}`)
    case 'closed':
      return closedText(event.ending, toResidents)
    case 'disputed':
      return [
        ...message([event.assignment?.personId], '业主不认可处理结果，请裁定', `${matter}。${cut(event.text)}`),
        ...toResidents('已请品质管理部复查', '您不认可处理结果，品质管理部会复查并答复您，这期间这件事不算办完。'),
      ]
    case 'disputeDecided':
      return toResidents(`品质管理部的答复：${disputeDecisionLabels[event.decision]}`, event.text)
    case 'remedyChosen': {
      const word = remedyWord(event.kind, event.sum)
      return event.approver === null
        ? toResidents(`补救措施：${word}`, event.text)
        : message([event.approver.personId], '请您审批补偿', `${matter}，${word}。${cut(event.text)}`)
    }
    case 'remedyDecided': {
      const { kind, sum, text } = event.about
      const word = remedyWord(kind, sum)
      return event.decision === 'approve'
        ? [...toResidents(`补救措施：${word}`, text), ...message(owner(), '补偿已同意', `${matter}，${word}`)]
        : message(owner(), '补偿没有同意', `${matter}，${word}。${cut(event.text ?? '')}`)
    }
    case 'urged':
      return message(owner(), '业主催办', event.text === null ? matter : `${matter}。${cut(event.text)}`)
    case 'supplemented':
      return message(owner(), '业主补充了说明', `${matter}。${cut(event.text)}`)
    case 'withdrawn':
      return message([handler], '业主已撤回', matter)
    case 'reopened':
      return after.assignment
        ? nothing
        : message(frontDesk(directory), '需要重新处理', `${matter}。${cut(event.reason)}`)
    case 'supervised':
      return message(owner(), '督办，请答复', `${matter}。${cut(event.text)}`)
    case 'supervisionAnswered':
      return message(
        holdersOf(directory, 'serviceManager', null).map(member => member.id),
        '督办已答复',
        `${matter}。${cut(event.text)}`,
      )
    case 'complainantWithdrew':
      return message(owner(), '一位业主已撤回', `${matter}，其他反映人还在等处理。`)
    case 'joined':
      return [
        ...message(owner(), '又有人反映同一件事', `${matter}，工单 ${event.fromNumber} 已并入。`),
        ...message(accounts(event.asked), rateTitle, '您反映的事处理好了，请花半分钟告诉我们满意不满意。'),
      ]
    case 'separated':
      return message(owner(), '并入已撤销', `${matter}，工单 ${event.fromNumber} 改为单独处理。`)
    case 'mergeUndone':
      return [
        ...message(owner(), '并入已撤销，请继续处理', matter),
        ...toResidents('您反映的事单独处理', '和邻居反映的不是同一件事，我们会单独处理，之前说好的时间不变。'),
      ]
    case 'reclassified':
      return before && weighsMore(before, event)
        ? message(
            owner(),
            `等级提高：${urgencyLabels[event.urgency]}，${severityLabels[event.severity]}`,
            `${matter}。${cut(event.reason)}`,
          )
        : lowered(before, event, matter, directory)
    case 'merged':
      return toResidents('和邻居的反映一起处理', `同一件事已经有人反映，编号 ${event.intoNumber}，进展会一起告诉您。`)
    case 'warned':
      return message(
        debtor(event),
        `${deadlineKindLabels[event.deadline]}快到时间了`,
        `${matter}，已用去 ${Math.round(event.share * 100)}% 的时间。`,
      )
    case 'breached':
      return message(
        debtor(event),
        `${deadlineKindLabels[event.deadline]}已超时`,
        `${matter}，应在 ${datedDueText(event.dueAt, at)} 前完成。`,
      )
    case 'deadlineEscalated':
      return message(
        event.recipientIds,
        `${deadlineKindLabels[event.deadline]}超时，请您关注`,
        `${matter}，第 ${event.level} 级提醒。`,
      )
    case 'complainedAgain':
      return message(frontDesk(directory), '可能是同一件事又出现了', `${matter}，新工单 ${event.number}。`)
    case 'callTaskOpened':
    case 'callHandedOver':
      return message([event.owner?.personId], '请您回访', matter)
    case 'severityJudged':
      return event.reason === null
        ? nothing
        : message(
            quality(directory),
            `判定不算${severityLabels[event.severity]}投诉`,
            `${matter}。${cut(event.reason)}`,
          )
    case 'reportedBack':
      return message(quality(directory), '总部转来的事，处理结果', `${matter}。${cut(event.text)}`)
    case 'postNoted':
    case 'related':
    case 'noted':
    case 'verified':
    case 'quietPeriodStarted':
    case 'callbackAttempted':
    case 'exempted':
    case 'archived':
    case 'contactRevealed':
    case 'findingNoted':
    case 'settledOnSpot':
    case 'unaccepted':
    case 'policyApplied':
      return nothing
    default:
      return event satisfies never
  }
}

/** What the household hears of it: the same, as of a matter of the family. */
const forFamily = ({ family, title, text }: Message, followers: readonly string[]): readonly Message[] =>
  family && followers.length > 0
    ? [{ to: followers, title: `家人反映的事：${title}`, text: text.replaceAll('您反映的事', '家人反映的事') }]
    : nothing

/** A new matter that no rule gave to anybody: the desk hears of it at once. */
const untaken = (history: readonly Recorded[], after: Ticket, directory: Directory): readonly Message[] =>
  history[0]?.event.type === 'filed' && after.state === 'submitted'
    ? message(frontDesk(directory), '新反映，请受理', `${placeForStaff(after).name}。${cut(after.text)}`)
    : nothing

/** A reminder that comes so long after it was due that it is told in sum (see outage-digest.ts). Epoch ms. */
export interface HeldNotice {
  readonly notice: Notice
  readonly dueAt: number
  readonly noticedAt: number
}

export interface NoticeEffects {
  /** For the inbox, and from there for other channels. */
  readonly notices: readonly Notice[]
  readonly held: readonly HeldNotice[]
}

/** The notices that follow from a decision, and apart from them the late reminders, which are held back for a digest. */
export function noticeEffects(
  before: Ticket | null,
  events: readonly Recorded[],
  after: Ticket,
  directory: Directory,
  policy: CompiledPolicy,
  followers: readonly string[] = [],
): NoticeEffects {
  const since = before?.updatedAt ?? 0
  const all = noticesOf(before, events, after, directory, policy, followers)
  const late = events.filter(recorded => isLate(recorded, since))
  if (late.length === 0) return { notices: all, held: [] }
  const notices: Notice[] = []
  const held: HeldNotice[] = []
  for (const notice of all) {
    const recorded = late.find(({ seq }) => seq === notice.seq)
    if (recorded) held.push({ notice, dueAt: recorded.event.dueAt, noticedAt: recorded.at })
    else notices.push(notice)
  }
  return { notices, held }
}

/**
 * The notices that follow from events just decided. Nobody is told of what they did themselves, and one decision tells
 * one person one thing per event.
 */
export function noticesOf(
  before: Ticket | null,
  events: readonly Recorded[],
  after: Ticket,
  directory: Directory,
  policy: CompiledPolicy,
  followers: readonly string[] = [],
): readonly Notice[] {
  const notices: Notice[] = []
  const seen = new Set<string>()
  // One instant for all events of a decision, and the end of quiet hours is looked up for the first who is told.
  let until: number | undefined
  const waitUntil = ({ at, event }: Recorded): number =>
    // D-SP-4: at once is at night too.
    event.type === 'alarmRaised'
      ? at
      : (until ??= notBefore(policy.policy.quietHours, loudUrgencies.includes(after.urgency), at))
  const add = (recorded: Recorded, told: readonly Message[]): void => {
    for (const { to, title, text } of told.flatMap(one => [one, ...forFamily(one, followers)]))
      for (const personId of to) {
        if (!personId || personId === recorded.actorId) continue
        const dedupeKey = `${after.id}:${recorded.seq}:${personId}`
        if (seen.has(dedupeKey)) continue
        seen.add(dedupeKey)
        notices.push({
          personId,
          seq: recorded.seq,
          type: recorded.event.type,
          title,
          text,
          dedupeKey,
          notBefore: waitUntil(recorded),
        })
      }
  }
  let holder = before?.assignment?.personId
  for (const recorded of events) {
    add(recorded, messagesOf({ holder, recorded, before, after, directory, policy }))
    const { event } = recorded
    if (event.type === 'assigned' || event.type === 'handedOver') holder = event.assignment.personId
  }
  const first = events[0]
  if (first) add(first, untaken(events, after, directory))
  return notices
}
