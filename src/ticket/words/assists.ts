import type { TicketView } from '../../../types/contract/ticket-views'

type Assist = TicketView['assists'][number]

/** What the reader has been asked to help with and has not finished (D-RT-5); undefined: nothing. */
export const askedOf = (assists: readonly Assist[]): Assist | undefined =>
  assists.find(({ mine, doneAt, cancelledAt }) => mine && doneAt === null && cancelledAt === null)
