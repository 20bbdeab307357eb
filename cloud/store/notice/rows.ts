import { isLate } from '../../domain/effects/outage-digest'
import type { Notice } from '../../domain/effects/notices'
import type { Recorded } from '../../domain/ticket/events'
import type { Ticket } from '../../domain/ticket/state'
import type { Columns } from '../engine/bulk'
import { newId } from '../engine/ids'

interface Told {
  readonly before: { readonly ticket: Ticket } | null
  readonly after: Ticket
  readonly events: readonly Recorded[]
  readonly notices: readonly Notice[]
  /** Whether notices also go to channels beside the inbox, which always gets them (P-SUB-5). */
  readonly outside: boolean
}

export interface NoticeRow {
  readonly center_id: string
  readonly id: string
  readonly person_id: string
  readonly ticket_id: string | null
  readonly type: string
  readonly title: string
  readonly text: string
  readonly created_at: number
  readonly dedupe_key: string
  readonly channel_state: string
  readonly attempts: number
  readonly next_attempt_at: number | null
}

const noticeRow = ({ after, outside }: Told, notice: Notice): NoticeRow => ({
  center_id: after.centerId,
  id: newId(),
  person_id: notice.personId,
  ticket_id: after.id,
  type: notice.type,
  title: notice.title,
  text: notice.text,
  created_at: after.updatedAt,
  dedupe_key: notice.dedupeKey,
  channel_state: outside ? 'pending' : 'inbox',
  attempts: 0,
  next_attempt_at: outside ? Math.max(after.updatedAt, notice.notBefore) : null,
})

/** Not read, no error: those columns are null. */
export const noticeColumns: Columns<NoticeRow> = {
  center_id: 'uuid',
  id: 'uuid',
  person_id: 'uuid',
  ticket_id: 'uuid',
  type: 'text',
  title: 'text',
  text: 'text',
  created_at: 'int8',
  dedupe_key: 'text',
  channel_state: 'text',
  attempts: 'int4',
  next_attempt_at: 'int8',
}

const heldNoticeRow = ({ after }: Told, notice: Notice, dueAt: number, noticedAt: number) => ({
  center_id: after.centerId,
  ticket_id: after.id,
  seq: notice.seq,
  person_id: notice.personId,
  type: notice.type,
  title: notice.title,
  text: notice.text,
  due_at: dueAt,
  noticed_at: noticedAt,
})
export type HeldNoticeRow = ReturnType<typeof heldNoticeRow>

export const heldNoticeColumns: Columns<HeldNoticeRow> = {
  center_id: 'uuid',
  ticket_id: 'uuid',
  seq: 'int4',
  person_id: 'uuid',
  type: 'text',
  title: 'text',
  text: 'text',
  due_at: 'int8',
  noticed_at: 'int8',
}

/** Notices for the inbox, and apart from them the reminders that come so late that they are told in sum. */
export function noticeRows(told: Told): {
  readonly notices: readonly NoticeRow[]
  readonly held: readonly HeldNoticeRow[]
} {
  const since = told.before?.ticket.updatedAt ?? 0
  const late = new Map(
    told.events.flatMap(recorded => (isLate(recorded, since) ? [[recorded.seq, recorded] as const] : [])),
  )
  const notices: NoticeRow[] = []
  const held: HeldNoticeRow[] = []
  for (const notice of told.notices) {
    const recorded = late.get(notice.seq)
    if (recorded) held.push(heldNoticeRow(told, notice, recorded.event.dueAt, recorded.at))
    else notices.push(noticeRow(told, notice))
  }
  return { notices, held }
}
