import initial from './001-initial.sql'

export interface Migration {
  /** Orders the migrations, and names the row in `schema_migration`. */
  name: string
  sql: string
}

/**
 * In order; each is a file of plain SQL that every build reads in as text (scripts/sql-text.cjs). One that has been released is never edited (its checksum is
 * stored): a change is a new file.
 */
export const migrations: readonly Migration[] = [{ name: '001-initial', sql: initial }]
