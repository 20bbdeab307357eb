import { type RawBuilder, sql } from 'kysely'

/** What tells telephone numbers apart however they are written down: their last eleven digits. null stays null. */
export const phoneKey = (phone: RawBuilder<string | null>): RawBuilder<string | null> =>
  sql`right(regexp_replace(${phone}, '[^0-9]', '', 'g'), 11)`

/** The same, hashed: for what has to know a number again and must not tell it. */
export const phoneHash = (phone: RawBuilder<string | null>): RawBuilder<string | null> =>
  sql`encode(sha256(convert_to(${phoneKey(phone)}, 'UTF8')), 'hex')`
