import type { Channel, Exemption } from '../../../types/vocabulary'
import type { Ticket } from '../ticket/state'

/** What a figure is broken down by: as it was at the instant that is counted, whatever becomes of the ticket later (D-CT-2). */
export interface CountedUnder {
  readonly categoryId: string
  readonly channel: Channel
  readonly departmentId: string | null
  /** Who had done the work. */
  readonly handlerId: string | null
}

export const countedUnder = ({ category, channel, assignment, completion }: Ticket): CountedUnder => ({
  categoryId: category,
  channel,
  departmentId: assignment?.departmentId ?? null,
  handlerId: completion?.byId ?? assignment?.personId ?? null,
})

/**
 * What became known of an asking, each with its instant (epoch ms; null: not yet). Each is set once and stays, so that what
 * was known on a past day can be told at any later time.
 */
export interface Found {
  readonly answeredAt: number | null
  /** The following belong to the answer. */
  readonly byPhone: boolean | null
  /** Everything that is always asked was answered. */
  readonly complete: boolean | null
  readonly solved: boolean | null
  readonly satisfied: boolean | null
  readonly anonymous: boolean | null
  /** To an answer of one tap the rest was added. */
  readonly detailedAt: number | null
  /** A call in which something was answered, though not whether it is solved and how it came out. */
  readonly partialAt: number | null
  /** Somebody has spoken to them. */
  readonly contactedAt: number | null
  /** A call that reached nobody. */
  readonly triedAt: number | null
  readonly refusedAt: number | null
  /** The asking is over, for this one or for all. */
  readonly endedAt: number | null
  readonly exemption: Exemption | null
  readonly exemptAt: number | null
}

/** One complainant asked about one completion of a matter; or not asked, being exempt (D-CB-2). */
export interface Asking extends CountedUnder, Found {
  /** Of the ticket: each completion is asked about once. */
  readonly cycle: number
  /** By `complainantKey`. */
  readonly complainant: string
  /** When they were asked, or would have been, epoch ms. */
  readonly at: number
  /** False: exempt from the start. */
  readonly asked: boolean
  /** The first reply had come within its time (D-SLA-1 … 3). */
  readonly responded: boolean
}

export const nothingFound: Found = {
  answeredAt: null,
  byPhone: null,
  complete: null,
  solved: null,
  satisfied: null,
  anonymous: null,
  detailedAt: null,
  partialAt: null,
  contactedAt: null,
  triedAt: null,
  refusedAt: null,
  endedAt: null,
  exemption: null,
  exemptAt: null,
}

export const foundFields = Object.keys(nothingFound) as readonly (keyof Found)[]

/** What was found first stays. */
export const withFound = (asking: Asking, found: Partial<Found>): Asking => ({
  ...asking,
  ...Object.fromEntries(foundFields.map(field => [field, asking[field] ?? found[field] ?? null])),
})
