import { holdReasonLabels } from '../../../types/vocabulary'
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

const beforeCompletion: readonly Ticket['state'][] = [
  'submitted',
  'accepted',
  'dispatched',
  'inProgress',
  'proposed',
  'agreed',
  'onHold',
]

/** What somebody in danger has to know first: who has it, and by when they take it on (epoch ms; null: they have). */
export interface EmergencyStanding {
  readonly handlerName: string | null
  readonly acceptBy: number | null
}

/** Of an emergency that is still to be dealt with (D-CL-2, D-SLA-4); null: none, or it is over. */
export const emergencyOf = (ticket: Ticket, timers: readonly Timer[]): EmergencyStanding | null =>
  ticket.urgency === 'emergency' && beforeCompletion.includes(ticket.state)
    ? {
        handlerName: ticket.assignment?.personName ?? null,
        acceptBy: running(timers, 'accept')?.dueAt ?? null,
      }
    : null

/**
 * What the complainant may expect next, in one sentence with a name and a time (L-HOME-1). A missed promise is
 * said as such, once, with what follows.
 */
export function promiseOf(ticket: Ticket, timers: readonly Timer[], now: number): string | null {
  const by = (dueAt: number): string => `${dueText(dueAt, now)} 前`
  const who = ticket.assignment?.personName ?? '客服'
  const reply = running(timers, 'firstReply')
  const completion = running(timers, 'completion')
  switch (ticket.state) {
    case 'submitted':
    case 'accepted':
    case 'dispatched':
    case 'inProgress':
    case 'agreed': {
      const owed = reply ?? completion
      if (!owed) return `${who}正在处理`
      const what = owed === reply ? '回复您' : '处理完'
      return owed.dueAt < now
        ? `对不起，没能按时${what}，我们正在督促${who}尽快办`
        : `${who}将在${by(owed.dueAt)}${what}${unannouncedHint(owed.unannouncedYears)}`
    }
    case 'proposed':
      return '处理方案等您确认'
    case 'onHold':
      return `${holdReasonLabels[ticket.hold.reason]}，预计 ${instantText(ticket.hold.until, now)} 继续`
    case 'completed':
    case 'verified': {
      const verification = running(timers, 'verification')
      return verification && verification.dueAt >= now
        ? `已处理好，我们将在${by(verification.dueAt)}复核${unannouncedHint(verification.unannouncedYears)}`
        : '已处理好，正在复核'
    }
    case 'callback':
      return '请您说说处理得怎么样'
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
