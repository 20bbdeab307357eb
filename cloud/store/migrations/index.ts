import { sql as initial } from './001-initial.sql'
import { sql as configuration } from './002-configuration.sql'
import { sql as sweep } from './003-sweep.sql'
import { sql as supervision } from './004-supervision.sql'
import { sql as work } from './005-work.sql'
import { sql as setAside } from './006-set-aside.sql'

export interface Migration {
  /** Orders the migrations, and names the row in `schema_migration`. */
  name: string
  sql: string
}

/** In order. One that has been released is never edited (its checksum is stored): a change is a new file. */
export const migrations: readonly Migration[] = [
  { name: '001-initial', sql: initial },
  { name: '002-configuration', sql: configuration },
  { name: '003-sweep', sql: sweep },
  { name: '004-supervision', sql: supervision },
  { name: '005-work', sql: work },
  { name: '006-set-aside', sql: setAside },
]
