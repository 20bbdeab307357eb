import type { Transaction } from 'kysely'
import { bulkInsert } from '../engine/bulk'
import { newId } from '../engine/ids'
import type { Database } from '../schema'
import { type NoticeRow, noticeColumns } from './rows'

/** What somebody is told that is about no ticket but a survey of the estate, or what followed from one. */
export interface PlainNotice {
  readonly personId: string
  /** Which survey it leads to; null: none. */
  readonly campaignId: string | null
  readonly type: string
  readonly title: string
  readonly text: string
  /** Made from what caused it: caused again it adds nothing. */
  readonly dedupeKey: string
}

/** Epoch ms; `outsideFrom`: when it goes to channels beside the inbox, null where there are none. */
export interface TellOptions {
  readonly centerId: string
  readonly at: number
  readonly outsideFrom: number | null
}

interface PlainRow extends NoticeRow {
  readonly campaign_id: string | null
}

const insertOnce = bulkInsert<PlainRow>(
  'notice',
  { ...noticeColumns, campaign_id: 'uuid' },
  'on conflict (center_id, dedupe_key) do nothing',
)

/** Writes notices into the inboxes, and lets other channels send them. */
export async function tell(
  trx: Transaction<Database>,
  { centerId, at, outsideFrom }: TellOptions,
  notices: readonly PlainNotice[],
): Promise<void> {
  if (notices.length === 0) return
  const rows = notices.map(({ personId, campaignId, type, title, text, dedupeKey }): PlainRow => ({
    center_id: centerId,
    id: newId(),
    person_id: personId,
    ticket_id: null,
    campaign_id: campaignId,
    type,
    title,
    text,
    created_at: at,
    dedupe_key: dedupeKey,
    channel_state: outsideFrom === null ? 'inbox' : 'pending',
    attempts: 0,
    next_attempt_at: outsideFrom,
  }))
  await insertOnce(rows).execute(trx)
}
