import type { Insertable, Selectable } from 'kysely'
import type { Asking, CountedUnder, Found } from '../../domain/counting/asking'
import type { CountedEnding } from '../../domain/counting/changes'
import type { AskingTable, EndingTable } from '../schema'

/** The column of everything that is found out about an asking. */
export const foundColumns = {
  answeredAt: 'answered_at',
  byPhone: 'by_phone',
  complete: 'complete',
  solved: 'solved',
  satisfied: 'satisfied',
  anonymous: 'anonymous',
  detailedAt: 'detailed_at',
  partialAt: 'partial_at',
  contactedAt: 'contacted_at',
  triedAt: 'tried_at',
  refusedAt: 'refused_at',
  endedAt: 'ended_at',
  exemption: 'exemption',
  exemptAt: 'exempt_at',
} as const satisfies Record<keyof Found, keyof AskingTable>

const counted = ({ categoryId, channel, departmentId, handlerId }: CountedUnder) => ({
  category_id: categoryId,
  channel,
  department_id: departmentId,
  handler_id: handlerId,
})

const ofCounted = (row: Selectable<AskingTable> | Selectable<EndingTable>): CountedUnder => ({
  categoryId: row.category_id,
  channel: row.channel,
  departmentId: row.department_id,
  handlerId: row.handler_id,
})

interface Of {
  readonly centerId: string
  readonly id: string
}

export const askingRow = ({ centerId, id }: Of, asking: Asking): Insertable<AskingTable> => ({
  center_id: centerId,
  ticket_id: id,
  cycle: asking.cycle,
  complainant: asking.complainant,
  at: asking.at,
  asked: asking.asked,
  responded: asking.responded,
  ...counted(asking),
  answered_at: asking.answeredAt,
  by_phone: asking.byPhone,
  complete: asking.complete,
  solved: asking.solved,
  satisfied: asking.satisfied,
  anonymous: asking.anonymous,
  detailed_at: asking.detailedAt,
  partial_at: asking.partialAt,
  contacted_at: asking.contactedAt,
  tried_at: asking.triedAt,
  refused_at: asking.refusedAt,
  ended_at: asking.endedAt,
  exemption: asking.exemption,
  exempt_at: asking.exemptAt,
})

export const endingRow = ({ centerId, id }: Of, ended: CountedEnding): Insertable<EndingTable> => ({
  center_id: centerId,
  ticket_id: id,
  seq: ended.seq,
  at: ended.at,
  ending: ended.ending,
  undone_at: ended.undoneAt,
  ...counted(ended),
})

export const askingOf = (row: Selectable<AskingTable>): Asking => ({
  cycle: row.cycle,
  complainant: row.complainant,
  at: row.at,
  asked: row.asked,
  responded: row.responded,
  ...ofCounted(row),
  answeredAt: row.answered_at,
  byPhone: row.by_phone,
  complete: row.complete,
  solved: row.solved,
  satisfied: row.satisfied,
  anonymous: row.anonymous,
  detailedAt: row.detailed_at,
  partialAt: row.partial_at,
  contactedAt: row.contacted_at,
  triedAt: row.tried_at,
  refusedAt: row.refused_at,
  endedAt: row.ended_at,
  exemption: row.exemption,
  exemptAt: row.exempt_at,
})

export const endingOfRow = (row: Selectable<EndingTable>): CountedEnding => ({
  seq: row.seq,
  at: row.at,
  ending: row.ending,
  undoneAt: row.undone_at,
  ...ofCounted(row),
})
