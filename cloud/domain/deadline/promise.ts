import { holdReasonLabels, statesBeforeCompletion } from '../../../types/vocabulary'
import { unannouncedHint } from '../../../types/words/deadline'
import { dueText, instantText } from '../../../types/words/time'
import type { Timer } from './timers'
import type { Ticket } from '../ticket/state'

const running = (timers: readonly Timer[], kind: Timer['kind']): Timer | undefined =>
  timers.find(timer => timer.kind === kind && timer.metAt === null && timer.endedAt === null)

/** When the first reply is promised (D-IN-4), epoch ms; null when it has been given or none is owed. */
export const promisedReplyBy = (timers: readonly Timer[]): number | null => promisedReply(timers)?.dueAt ?? null

/** The same with the years whose holidays may still move it (D-SLA-21). */
export const promisedReply = (timers: readonly Timer[]): Pick<Timer, 'dueAt' | 'unannouncedYears'> | null =>
  running(timers, 'firstReply') ?? null

/** What somebody in danger has to know first: who has it, and by when they take it on (epoch ms; null: they have). */
export interface EmergencyStanding {
  readonly handlerName: string | null
  readonly acceptBy: number | null
}

/** Of an emergency that is still to be dealt with (D-CL-2, D-SLA-4); null: none, or it is over. */
export const emergencyOf = (ticket: Ticket, timers: readonly Timer[]): EmergencyStanding | null =>
  ticket.urgency === 'emergency' && statesBeforeCompletion.some(state => state === ticket.state)
    ? {
        handlerName: ticket.assignment?.personName ?? null,
        acceptBy: running(timers, 'accept')?.dueAt ?? null,
      }
    : null

/** Whether a person has taken the matter on (D-SLA-0): the first of the four stages is behind. */
export const isAcknowledged = ({ deadlineRuns }: Ticket): boolean =>
  deadlineRuns.some(({ kind, metAt }) => kind === 'acknowledge' && metAt !== null)

/**
 * The deadline that `promiseOf` speaks of, so that a countdown beside it counts to the same instant (L-WRD-3); null: the
 * sentence names none that runs.
 */
export function promisedDeadline(ticket: Ticket, timers: readonly Timer[]): Timer | null {
  switch (ticket.state) {
    case 'submitted':
    case 'accepted':
    case 'dispatched':
    case 'inProgress':
    case 'agreed':
      return running(timers, 'firstReply') ?? running(timers, 'completion') ?? null
    case 'completed':
    case 'verified':
      return running(timers, 'verification') ?? null
    case 'disputed':
      return running(timers, 'dispute') ?? null
    default:
      return null
  }
}

/** What is done about a missed promise, as far as it surely is: told to whoever owes it, and then to those above. */
function afterMissing(ticket: Ticket, missed: Timer, who: string, now: number): string {
  const run = ticket.deadlineRuns.find(({ kind, cycle }) => kind === missed.kind && cycle === missed.cycle)
  if (run?.fired.some(({ what }) => what === 'escalate')) return `已报告上级，由上级督促${who}`
  const next = missed.pending.find(({ at, does }) => does.what === 'escalate' && at > now)
  return next ? `已提醒${who}，${dueText(next.at, now)} 前还没有结果就报告上级` : `已提醒${who}尽快办`
}

/**
 * What the complainant may expect next, in one sentence with a name and a time (L-HOME-1). A missed promise is
 * said as such, once, with what follows (L-WRD-3).
 */
export function promiseOf(ticket: Ticket, timers: readonly Timer[], now: number): string | null {
  const by = (dueAt: number): string => `${dueText(dueAt, now)} 前`
  const who = ticket.assignment?.personName ?? '客服'
  const owed = promisedDeadline(ticket, timers)
  switch (ticket.state) {
    case 'submitted':
    case 'accepted':
    case 'dispatched':
    case 'inProgress':
    case 'agreed': {
      if (!owed) return `${who}正在处理`
      const what = owed.kind === 'firstReply' ? '回复您' : '处理完'
      return owed.dueAt < now
        ? `对不起，没能按时${what}。${afterMissing(ticket, owed, who, now)}`
        : `${who}将在${by(owed.dueAt)}${what}${unannouncedHint(owed.unannouncedYears)}`
    }
    case 'proposed':
      return '处理方案等您确认'
    case 'onHold':
      return `${holdReasonLabels[ticket.hold.reason]}，预计 ${instantText(ticket.hold.until, now)} 继续`
    case 'completed':
    case 'verified':
      return owed && owed.dueAt >= now
        ? `已处理好，我们将在${by(owed.dueAt)}复核${unannouncedHint(owed.unannouncedYears)}`
        : '已处理好，正在复核'
    case 'callback':
      return '请您说说处理得怎么样'
    case 'disputed':
      return owed && owed.dueAt >= now
        ? `品质管理部将在${by(owed.dueAt)}复查并答复您${unannouncedHint(owed.unannouncedYears)}`
        : '品质管理部正在复查，会尽快答复您'
    case 'quietPeriod':
      return '已处理好，如果又出现问题请告诉我们'
    default:
      return null
  }
}

/**
 * What the complainants of a merged ticket may expect: what those of the matter are promised (D-HD-8). `incident`: what it
 * was merged into, in the end, with its timers; null: unknown. `stays`: whether this person still complains there.
 */
export function promiseOfMerged(
  incident: { readonly ticket: Ticket; readonly timers: readonly Timer[] } | null,
  stays: boolean,
  now: number,
): string {
  const same = '和邻居反映的是同一件事'
  if (!incident) return same
  if (!stays) return '您已撤回，其他邻居反映的同一件事仍在跟进'
  const { ticket, timers } = incident
  const promise = promiseOf(ticket, timers, now)
  if (promise !== null) return `${same}：${promise}`
  return ticket.state === 'declined' ? `${same}，已说明原因` : `${same}，已办结`
}
