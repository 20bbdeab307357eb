import type { HeldNotice, Notice } from '../../domain/effects/notices'
import type { Ticket } from '../../domain/ticket/state'
import type { Columns } from '../engine/bulk'
import { newId } from '../engine/ids'

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

/** `outside`: it also goes to channels beside the inbox, which always gets it (P-SUB-5). */
export const noticeRow = (ticket: Ticket, notice: Notice, outside: boolean): NoticeRow => ({
  center_id: ticket.centerId,
  id: newId(),
  person_id: notice.personId,
  ticket_id: ticket.id,
  type: notice.type,
  title: notice.title,
  text: notice.text,
  created_at: ticket.updatedAt,
  dedupe_key: notice.dedupeKey,
  channel_state: outside ? 'pending' : 'inbox',
  attempts: 0,
  next_attempt_at: outside ? Math.max(ticket.updatedAt, notice.notBefore) : null,
})

/** When it was read is null at first. */
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

export const heldNoticeRow = (ticket: Ticket, { notice, dueAt, noticedAt }: HeldNotice) => ({
  center_id: ticket.centerId,
  ticket_id: ticket.id,
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
