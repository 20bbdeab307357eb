import type { ResponseOf } from '../../../types/contract/index'

type Page = ResponseOf<'account', 'exportMyData'>
/** Everything that is stored about somebody, as one document (D-AR-2). */
export type WholeExport = Omit<Page, 'nextCursor'>

/** What has come so far with the next part after it; a ticket whose messages go on stays one ticket. */
export function withPart(sofar: WholeExport | null, { nextCursor: _next, ...part }: Page): WholeExport {
  if (!sofar) return part
  const tickets = new Map(sofar.tickets.map(ticket => [ticket.number, ticket]))
  for (const ticket of part.tickets) {
    const known = tickets.get(ticket.number)
    tickets.set(ticket.number, known ? { ...known, messages: [...known.messages, ...ticket.messages] } : ticket)
  }
  return {
    ...sofar,
    tickets: [...tickets.values()],
    surveys: [...sofar.surveys, ...part.surveys],
    householdSurveys: [...sofar.householdSurveys, ...part.householdSurveys],
    notices: [...sofar.notices, ...part.notices],
  }
}
