import type { Question } from '../../../types/contract/questionnaire'
import type { MediaView, TimelineEntry } from '../../../types/contract/ticket-views'
import {
  callMethodLabels,
  deadlineKindLabels,
  declineReasonLabels,
  disputeDecisionLabels,
  draftKindLabels,
  endingLabels,
  exemptionLabels,
  findingLabels,
  followingOutcomeLabels,
  holdReasonLabels,
  ratingWord,
  reportPartLabels,
  reportPartsOf,
  reportStageLabels,
  roleLabels,
  severityLabels,
  surveyReasonLabels,
  urgencyLabels,
} from '../../../types/vocabulary'
import { callOutcomeWord } from '../../../types/words/callback'
import { judgementText } from '../../../types/words/judgement'
import { reachText } from '../../../types/words/reach'
import { partyForResidents, partyName } from '../../../types/words/third-party'
import { answerWords } from '../../../types/words/questionnaire'
import { remedyWord } from '../../../types/words/remedy'
import { datedDueText, datedText } from '../../../types/words/time'
import {
  detailsWithheld,
  findingWithheld,
  isAnonymousAnswer,
  ratingWithheld,
} from '../../domain/access/anonymous-rating'
import type { Viewer } from '../../domain/access/viewer'
import type { CompiledPolicy } from '../../domain/policy/compile/compile'
import type { Directory } from '../../domain/routing/directory'
import { questionsOf } from '../../domain/survey/questionnaire'
import { filerIdOf, filerOf, participantIdsOf } from '../../domain/ticket/complainants'
import {
  type CorrectedJudgement,
  type EventOf,
  type DraftAbout,
  type EventType,
  type NamedParty,
  type Recorded,
  type SurveyAnswers,
  byFamily,
} from '../../domain/ticket/events'
import type { Ticket } from '../../domain/ticket/state'

/** How one event reads: `resident: false` is staff's side only (D-HD-5). */
interface Line {
  readonly title: string
  readonly text?: string | null
  readonly media?: readonly string[]
  /** What staff read besides the text. */
  readonly forStaff?: string
  readonly resident: boolean
}

const moreText = ({ more = {} }: Pick<SurveyAnswers, 'more'>, questions: readonly Question[]): readonly string[] =>
  questions.flatMap(question => {
    const said = more[question.id]
    return said === undefined ? [] : [`${question.words}${answerWords(question, said)}`]
  })

const rated = (what: string, rating: number | null | undefined): string =>
  typeof rating === 'number' ? `${what}${ratingWord(rating)}` : ''

const answersText = (answers: Partial<SurveyAnswers>, questions: readonly Question[]): string =>
  [
    answers.solved === undefined ? '' : answers.solved ? '已解决' : '没有解决',
    [rated('接待', answers.reception), rated('办法', answers.measures), rated('结果', answers.result)]
      .filter(part => part !== '')
      .join('，'),
    ...(answers.reasons ?? []).map(reason => surveyReasonLabels[reason]),
    answers.text ?? '',
    answers.suggestion ? `建议：${answers.suggestion}` : '',
    ...moreText(answers, questions),
  ]
    .filter(part => part !== '')
    .join('；')

const judged = ({ detail, ...judgement }: CorrectedJudgement): string =>
  [judgementText(judgement), detail].filter(Boolean).join('：')

const reportText = ({ stage, text, parts = {} }: EventOf<'reported'>): string =>
  [
    text,
    ...reportPartsOf[stage].flatMap(part => (parts[part] ? [`${reportPartLabels[part]}：${parts[part]}`] : [])),
  ].join('\n')

/** Who is named, and for staff how to reach them and who follows it (D-SP-6). */
const partyLine = (party: NamedParty | undefined): Pick<Line, 'forStaff'> =>
  party === undefined
    ? {}
    : {
        forStaff: [partyName(party), party.contact ?? '', party.owner === null ? '' : `由${party.owner.personName}跟进`]
          .filter(part => part !== '')
          .join('，'),
      }

const draftText = (about: DraftAbout, at: number): string =>
  about.kind === 'reply'
    ? about.text
    : `${about.text}（负责人：${about.responsible}，${datedText(about.completeBy, at)} 前完成）`

function lineOf({ event, at }: Recorded, policy: CompiledPolicy, ticket: Ticket): Line {
  const shown = (title: string, text: string | null = null, media: readonly string[] = []): Line => ({
    title,
    text,
    media,
    resident: true,
  })
  const internal = (title: string, text: string | null = null, media: readonly string[] = []): Line => ({
    title,
    text,
    media,
    resident: false,
  })
  const categoryName = (id: string) => policy.category(id)?.name ?? id
  switch (event.type) {
    case 'filed':
      return shown('反映', event.text, event.media)
    case 'triaged':
      return {
        ...shown('已受理', `${categoryName(event.category)} · ${urgencyLabels[event.urgency]}`),
        ...(event.reason === null ? {} : { forStaff: `${severityLabels[event.severity]}：${event.reason}` }),
      }
    case 'reclassified':
      return internal(
        '更正分类',
        `${categoryName(event.category)} · ${urgencyLabels[event.urgency]} · ${severityLabels[event.severity]}：${event.reason}`,
      )
    case 'declined':
      return {
        ...shown(`已说明原因：${declineReasonLabels[event.reason]}`, event.text),
        ...partyLine(event.thirdParty),
      }
    case 'assigned':
      return shown(`已安排${event.assignment.personName}处理`)
    case 'handedOver':
      return shown(`改由${event.assignment.personName}负责`)
    case 'unaccepted':
      return internal('在规定时间内没有接单', `应在 ${datedDueText(event.dueAt, at)} 前接单`)
    case 'assistAsked':
      return internal(`请${event.assignment.personName}协办`, event.task)
    case 'assistFinished':
      return internal('协办完成', event.text, event.media)
    case 'assistHandedOver':
      return internal(`改由${event.assignment.personName}协办`, event.reason)
    case 'assistCancelled':
      return internal('取消协办', event.reason)
    case 'reported':
      return internal(reportStageLabels[event.stage], reportText(event))
    case 'reportJudged':
      return internal(`${reportStageLabels[event.stage]}${event.approved ? '已通过' : '退回补充'}`, event.text)
    case 'severityProposed':
      return internal(
        `可能属于${severityLabels[event.severity]}投诉，请客服部经理判定`,
        [event.why, event.tickets.map(({ number }) => number).join('、')].filter(Boolean).join('：'),
      )
    case 'severityJudged':
      return internal(
        event.reason === null
          ? `确认为${severityLabels[event.severity]}投诉`
          : `判定不算${severityLabels[event.severity]}投诉`,
        event.reason,
      )
    case 'alarmRaised':
      return internal('警示：请客服部经理和品质管理部马上关注', event.why)
    case 'policyApplied':
      return internal(event.scope === 'all' ? '套用新的规则' : '套用新的工作日历', `第 ${event.version} 版`)
    case 'accepted':
      return shown('开始处理')
    case 'replied':
      return shown('回复', event.text, event.media)
    case 'noted':
      return internal('内部备注', event.text)
    case 'proposed':
      return shown(
        '处理方案',
        `${event.measures}（负责人：${event.responsible}，${datedText(event.completeBy, at)} 前完成）`,
      )
    case 'siteChecked':
      return shown('现场查看', event.findings, event.media)
    case 'proposalAgreed':
      return shown('同意方案')
    case 'proposalCountered':
      return shown('对方案有不同想法', event.text)
    case 'held':
      return {
        ...shown(
          event.thirdParty === undefined
            ? `暂时等待：${holdReasonLabels[event.reason]}`
            : `暂时等待：${partyForResidents(event.thirdParty)}处理`,
          `预计 ${datedText(event.until, at)} 继续`,
        ),
        ...partyLine(event.thirdParty),
      }
    case 'resumed':
      return shown('继续处理')
    case 'completed':
      return shown('处理完成', event.summary, event.media)
    case 'completionCorrected':
      return internal('更正归因', `${judged(event.from)} → ${judged(event.to)}`)
    case 'verified':
      return shown('复核通过', event.text)
    case 'verificationRejected':
      return shown('复核没有通过，继续处理')
    case 'urged':
      return shown(event.family ? '家人催一催' : event.complainant === undefined ? '催一催' : '来电催办', event.text)
    case 'supplemented':
      return shown(event.family ? '家人补充说明' : '补充说明', event.text, event.media)
    case 'withdrawn':
      return shown('撤回', event.reason)
    case 'reopened':
      return shown('重新处理', event.reason, event.media)
    case 'disputed':
      return shown('不认可处理结果', event.text, event.media)
    case 'disputeDecided':
      return shown(`品质管理部复查：${disputeDecisionLabels[event.decision]}`, event.text)
    case 'supervised':
      return internal('督办', event.text)
    case 'supervisionAnswered':
      return internal('答复督办', event.text)
    case 'merged':
      return shown('与邻居的反映一起处理', `编号 ${event.intoNumber}`)
    case 'joined':
      return internal('并入同一事件', `来自 ${event.fromNumber}，增加 ${event.complainants.length} 人附议`)
    case 'mergeUndone':
      return shown('改为单独处理', event.reason)
    case 'separated':
      return internal('撤销并入', `工单 ${event.fromNumber} 改为单独处理`)
    case 'complainantWithdrew':
      return shown('撤回', event.reason)
    case 'exempted':
      return internal(`免回访：${exemptionLabels[event.reason]}`, event.text)
    case 'callbackStarted':
      // The page says 请您评价 by itself as long as that is so.
      return shown('等待评价')
    case 'callbackReminded':
      return shown('提醒评价')
    case 'callbackAttempted':
      return internal(
        `${callMethodLabels[event.method]}：${callOutcomeWord(event.method, event.outcome)}`,
        [
          event.callAt === null ? '' : `约在 ${datedText(event.callAt, at)}`,
          answersText(event.said ?? {}, questionsOf(ticket)),
          event.text,
        ]
          .filter(Boolean)
          .join('；') || null,
      )
    case 'complainedAgain':
      return internal('又有反映，静默期重新计算', `新工单 ${event.number}`)
    case 'callTaskOpened':
      return internal(event.owner === null ? '需要电话回访' : `由${event.owner.personName}电话或上门回访`)
    case 'callHandedOver':
      return internal(event.owner === null ? '回访没有人接手' : `回访改由${event.owner.personName}来做`, event.reason)
    case 'surveyAnswered':
      return shown(
        event.forFamily ? '替家人评价' : '评价',
        answersText(event.answers, questionsOf(ticket, event.round)),
        event.media,
      )
    case 'surveyDetailed':
      return shown('补充评价', answersText(event.details, questionsOf(ticket, event.round)), event.media)
    case 'remedyChosen': {
      const title = `补救措施：${remedyWord(event.kind, event.sum)}`
      return event.approver === null
        ? shown(title, event.text)
        : internal(`${title}，等${event.approver.personName}审批`, event.text)
    }
    case 'remedyDecided': {
      const { kind, sum, text } = event.about
      return event.decision === 'approve'
        ? shown(`补救措施：${remedyWord(kind, sum)}`, text)
        : internal(`没有同意：${remedyWord(kind, sum)}`, event.text)
    }
    case 'followingEnded':
      return shown(followingOutcomeLabels[event.outcome], event.text)
    case 'draftSubmitted':
      return internal(
        `${draftKindLabels[event.about.kind]}送审，等${event.approver.personName}审批`,
        draftText(event.about, at),
        event.about.kind === 'reply' ? event.about.media : [],
      )
    case 'draftDecided':
      return event.decision === 'approve'
        ? internal(`${draftKindLabels[event.about.kind]}已同意`, event.text)
        : internal(`${draftKindLabels[event.about.kind]}退回`, event.text)
    case 'postNoted':
      return internal(
        event.platform === null ? '网帖' : `网帖：${event.platform}`,
        [event.link, reachText(event)].filter(part => part !== '').join('；'),
      )
    case 'related':
      return internal('关联的工单', event.number)
    case 'reportedBack':
      return internal('已向总部回报', event.text)
    case 'settledOnSpot':
      return shown(`当场解决，评价：${ratingWord(event.result)}`, event.text)
    case 'findingNoted':
      return internal(`没有允许：${findingLabels[event.finding]}`, event.personName ?? '业主')
    case 'quietPeriodStarted':
      return shown('已处理好，观察中')
    case 'closed':
      return shown(endingLabels[event.ending])
    case 'archived':
      return internal('已归档')
    case 'contactRevealed':
      return internal('查看了联系方式')
    case 'warned':
      return internal(`${deadlineKindLabels[event.deadline]}：已用去 ${Math.round(event.share * 100)}% 的时间`)
    case 'breached':
      return internal(`${deadlineKindLabels[event.deadline]}已超时`, `应在 ${datedDueText(event.dueAt, at)} 前完成`)
    case 'deadlineEscalated':
      return internal(`${deadlineKindLabels[event.deadline]}超时，已通知${roleLabels[event.to]}`)
    default:
      return event satisfies never
  }
}

const textOf = ({ text = null, forStaff }: Line, viewer: Viewer): string | null =>
  viewer.staff && forStaff !== undefined ? [text, forStaff].filter(part => part !== null).join(' · ') : text

const withheld = ({ event }: Recorded, ticket: Ticket, viewer: Viewer): boolean =>
  (event.type === 'surveyAnswered' && ratingWithheld(event, ticket, viewer)) ||
  (event.type === 'surveyDetailed' && detailsWithheld(event, ticket, viewer)) ||
  (event.type === 'findingNoted' && findingWithheld(event, ticket, viewer))

export interface TimelineInput {
  readonly history: readonly Recorded[]
  readonly ticket: Ticket
  readonly viewer: Viewer
  readonly policy: CompiledPolicy
  readonly directory: Directory
  /** Names of everybody who acted, by id. */
  readonly names: ReadonlyMap<string, string>
  readonly media: ReadonlyMap<string, MediaView>
}

function actorOf(recorded: Recorded, input: TimelineInput): TimelineEntry['actor'] {
  const { ticket, viewer, directory, names } = input
  const { actorId, event } = recorded
  if (actorId === null) return null
  // D-CB-5: not even whether it was the filer or a neighbour.
  const nameless =
    (event.type === 'surveyAnswered' && event.by === 'complainant' && event.answers.anonymous) ||
    (event.type === 'surveyDetailed' && isAnonymousAnswer(ticket, event.round, event.complainant))
  if (nameless && actorId !== viewer.personId) return { id: null, name: '匿名', role: 'resident' }
  if (participantIdsOf(ticket).includes(actorId)) {
    const named = actorId === viewer.personId || (viewer.seesIdentity && actorId === filerIdOf(ticket))
    return named
      ? { id: viewer.staff ? actorId : null, name: names.get(actorId) ?? '业主', role: 'resident' }
      : { id: null, name: actorId === filerIdOf(ticket) ? '业主' : '邻居', role: 'resident' }
  }
  if (byFamily(event)) return familyActor(recorded, input)
  const role = directory.staff.find(member => member.id === actorId)?.role ?? null
  return { id: viewer.staff ? actorId : null, name: names.get(actorId) ?? '工作人员', role }
}

/** Somebody of the filer's household, named to whoever may know the filer (D-AC-2). */
function familyActor({ actorId }: Recorded, { viewer, names }: TimelineInput): TimelineEntry['actor'] {
  const name = (viewer.seesIdentity && actorId !== null ? names.get(actorId) : undefined) ?? '家人'
  return { id: viewer.staff ? actorId : null, name, role: 'resident' }
}

/** What a complainant says, whoever writes it down for them. */
const words: readonly EventType[] = [
  'filed',
  'urged',
  'supplemented',
  'proposalCountered',
  'surveyAnswered',
  'surveyDetailed',
  'reopened',
  'disputed',
  'withdrawn',
  'complainantWithdrew',
]

/** Something another resident said or did: by that resident's own hand, or told to a member of staff (D-HD-8). */
const ofAnother = ({ actorId, event }: Recorded, ticket: Ticket, viewer: Viewer): boolean => {
  if (viewer.staff || actorId === viewer.personId) return false
  // What the filer and the family say of it is read by all of them, and by no neighbour who joined.
  const household = viewer.filer || viewer.family
  if (byFamily(event) || (viewer.family && actorId === filerIdOf(ticket))) return !household
  if (actorId !== null && participantIdsOf(ticket).includes(actorId)) return true
  if (event.type === 'surveyAnswered' || event.type === 'surveyDetailed' || event.type === 'complainantWithdrew')
    return event.complainant !== viewer.personId && !(viewer.filer && event.complainant === ticket.id)
  if (!words.includes(event.type)) return false
  if (event.type === 'urged' && event.complainant !== undefined) return event.complainant !== viewer.personId
  // What staff write down are the words of whoever has no account, or of a filer who reported by telephone.
  return !viewer.filer || (event.type !== 'filed' && event.type !== 'reopened' && !filerOf(ticket).byStaff)
}

/** The history as this viewer may read it, oldest first. Neighbours who joined see no other resident's words or photos. */
export function timelineOf(input: TimelineInput): TimelineEntry[] {
  const { history, ticket, viewer, policy, media } = input
  const entries: TimelineEntry[] = []
  for (const recorded of history) {
    const line = lineOf(recorded, policy, ticket)
    if ((!line.resident && !viewer.staff) || withheld(recorded, ticket, viewer)) continue
    const another = ofAnother(recorded, ticket, viewer)
    // That it begins again is everybody's news; why somebody was not satisfied isn't.
    if (another && recorded.event.type !== 'reopened') continue
    entries.push({
      seq: recorded.seq,
      at: recorded.at,
      type: recorded.event.type,
      title: line.title,
      text: another ? null : textOf(line, viewer),
      actor: actorOf(recorded, input),
      ...(byFamily(recorded.event) ? { byFamily: true } : {}),
      mine: recorded.actorId === viewer.personId,
      internal: !line.resident,
      media: (another ? [] : (line.media ?? [])).flatMap(id => media.get(id) ?? []),
    })
  }
  return entries
}
