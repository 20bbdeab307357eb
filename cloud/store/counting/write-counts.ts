import { type Transaction, sql } from 'kysely'
import { type Found, foundFields } from '../../domain/counting/asking'
import type { CountChanges } from '../../domain/counting/changes'
import type { Ticket } from '../../domain/ticket/state'
import type { Database } from '../schema'
import { askingRow, endingRow, foundColumns } from './rows'

type Trx = Transaction<Database>

/** What was found first stays. */
const setOnce = (found: Partial<Found>) =>
  Object.fromEntries(
    foundFields
      .filter(field => found[field] !== undefined)
      .map(field => {
        const column = foundColumns[field]
        return [column, sql`coalesce(${sql.ref(column)}, ${found[field]})`]
      }),
  )

/** What a decision adds to the counts, in its own transaction. */
export async function writeCounts(
  trx: Trx,
  ticket: Ticket,
  { opened, found, ended, undoneAt }: CountChanges,
): Promise<void> {
  if (opened.length > 0)
    await trx
      .insertInto('asking')
      .values(opened.map(asking => askingRow(ticket, asking)))
      // Whoever had been asked, left and came back has been asked once.
      .onConflict(conflict => conflict.doNothing())
      .execute()
  for (const one of found)
    await trx
      .updateTable('asking')
      .set(setOnce(one.found))
      .where('center_id', '=', ticket.centerId)
      .where('ticket_id', '=', ticket.id)
      .where('cycle', '=', one.cycle)
      .where('complainant', '=', one.complainant)
      .execute()
  if (undoneAt !== null)
    await trx
      .updateTable('ending')
      .set({ undone_at: undoneAt })
      .where('center_id', '=', ticket.centerId)
      .where('ticket_id', '=', ticket.id)
      .where('undone_at', 'is', null)
      .execute()
  if (ended.length > 0)
    await trx
      .insertInto('ending')
      .values(ended.map(one => endingRow(ticket, one)))
      .execute()
}
