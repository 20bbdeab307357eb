import type pg from 'pg'
import type { TableRows } from './messages'

/** Every table that one filing writes to, in the order it does. */
const tables = ['ticket', 'event', 'deadline', 'notice', 'participant', 'contact', 'command_key']

/** The rows of one ticket in all tables, each value in PostgreSQL's text form. */
export async function rowsOf(client: pg.Client, ticketId: string): Promise<readonly TableRows[]> {
  const read: TableRows[] = []
  for (const table of tables) {
    const where =
      table === 'ticket' ? 'id = $1' : table === 'command_key' ? `response->>'ticketId' = $1` : 'ticket_id = $1'
    const { rows, fields } = await client.query<(string | null)[]>({
      text: `select * from ${table} where ${where}`,
      values: [ticketId],
      rowMode: 'array',
      types: { getTypeParser: () => (text: string) => text },
    })
    if (rows.length === 0) throw new Error(`the filing has left no row in ${table}`)
    read.push({ table, columns: fields.map(field => field.name), rows })
  }
  return read
}
