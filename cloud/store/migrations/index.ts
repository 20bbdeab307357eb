import initial from './001-initial.sql'
import noticesOfATicket from './002-notices-of-a-ticket.sql'
import callers from './003-callers.sql'
import queryTries from './004-query-tries.sql'

export interface Migration {
  /** Orders the migrations, and names the row in `schema_migration`. */
  name: string
  sql: string
}

/**
 * In order; each is a file of plain SQL that every build reads in as text (scripts/sql-text.cjs). One that has been released is never edited (its checksum is
 * stored): a change is a new file.
 */
export const migrations: readonly Migration[] = [
  { name: '001-initial', sql: initial },
  { name: '002-notices-of-a-ticket', sql: noticesOfATicket },
  { name: '003-callers', sql: callers },
  { name: '004-query-tries', sql: queryTries },
]
