import { datedText } from '../../../types/words/time'
import type { EventOf, Recorded } from '../ticket/events'

/**
 * A reminder noticed more than this (ms) after it was due is not shown by itself. The sweep comes every minute, so an
 * hour late means that nothing ran: then there are many of them, most of them overtaken, and one summary tells more.
 */
export const lateAfterMs = 3_600_000

type Reminder = EventOf<'warned' | 'breached' | 'deadlineEscalated'>

/**
 * Whether it is a warning, breach or escalation that nobody noticed when it was due (D-SLA-18). `since`: epoch ms at which
 * the ticket last changed; a due time that a change has put into the past was not missed by anybody before that.
 */
export const isLate = (recorded: Recorded, since: number): recorded is Recorded & { readonly event: Reminder } => {
  const { event, at } = recorded
  const reminds = event.type === 'warned' || event.type === 'breached' || event.type === 'deadlineEscalated'
  return reminds && at - Math.max(event.dueAt, since) > lateAfterMs
}

/** What one person was not told of during a standstill. */
export interface MissedReminders {
  /** Tickets with a missed due time. */
  readonly overdue: number
  /** Tickets with warnings only. */
  readonly soon: number
  /** Epoch ms: when the first of the reminders was due … */
  readonly from: number
  /** … and the last. */
  readonly to: number
  /** The only reminder, where there is no more than one: it says more than a sum. */
  readonly only: { readonly title: string; readonly text: string } | null
}

/** The one notice that stands for all of them, at `now` (epoch ms). */
export function outageDigest(missed: MissedReminders, now: number): { readonly title: string; readonly text: string } {
  const { overdue, soon, from, to, only } = missed
  const when = from === to ? datedText(from, now) : `${datedText(from, now)} 至 ${datedText(to, now)}`
  if (only) return { title: only.title, text: `${only.text}系统停机，这条提醒晚到了（本应 ${when}）。` }
  const counts = [overdue > 0 ? `${overdue} 件已超时` : '', soon > 0 ? `${soon} 件快到时间` : ''].filter(Boolean)
  return {
    title: '系统补记了停机期间的提醒',
    text: `${counts.join('，')}。${when} 的提醒没能按时送到，已一并记下，请先处理超时的工单。`,
  }
}
