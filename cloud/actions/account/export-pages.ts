import type { ResponseOf } from '../../../types/contract'

type Exported = ResponseOf<'account', 'exportMyData'>
type Parts = Pick<Exported, 'tickets' | 'surveys' | 'householdSurveys' | 'notices'>
type Ticket = Exported['tickets'][number]

type Piece =
  | { readonly of: Ticket; readonly message: Ticket['messages'][number] | null }
  | { readonly survey: Exported['surveys'][number] }
  | { readonly householdSurvey: Exported['householdSurveys'][number] }
  | { readonly notice: Exported['notices'][number] }

/** Bytes of one answer; a call of the platform takes a megabyte, a screen less. */
const mostBytes = 100_000

/** Everything in the order in which it is sent: each ticket, then message by message what was said on it. */
const piecesOf = ({ tickets, surveys, householdSurveys, notices }: Parts): readonly Piece[] => [
  ...tickets.flatMap(of => [{ of, message: null }, ...of.messages.map(message => ({ of, message }))]),
  ...surveys.map(survey => ({ survey })),
  ...householdSurveys.map(householdSurvey => ({ householdSurvey })),
  ...notices.map(notice => ({ notice })),
]

const sizeOf = (piece: Piece): number =>
  Buffer.byteLength(JSON.stringify('of' in piece ? (piece.message ?? { ...piece.of, messages: [] }) : piece))

/**
 * One answer's worth from the piece numbered `from`. A ticket whose messages go on stands in each of the answers.
 * `next`: where the following one begins; null: that was the last.
 */
export function exportPage(parts: Parts, from: number): Parts & { readonly next: number | null } {
  const pieces = piecesOf(parts)
  const tickets = new Map<Ticket, Ticket>()
  const page: Parts = { tickets: [], surveys: [], householdSurveys: [], notices: [] }
  let bytes = 0
  for (let index = from; index < pieces.length; index += 1) {
    const piece = pieces[index]
    if (!piece) break
    bytes += sizeOf(piece)
    if (index > from && bytes > mostBytes) return { ...page, tickets: [...tickets.values()], next: index }
    if ('survey' in piece) page.surveys.push(piece.survey)
    else if ('householdSurvey' in piece) page.householdSurveys.push(piece.householdSurvey)
    else if ('notice' in piece) page.notices.push(piece.notice)
    else {
      const shown = tickets.get(piece.of) ?? { ...piece.of, messages: [] }
      tickets.set(piece.of, piece.message ? { ...shown, messages: [...shown.messages, piece.message] } : shown)
    }
  }
  return { ...page, tickets: [...tickets.values()], next: null }
}
