import { type Kysely, type Transaction, sql } from 'kysely'
import { type Complainant, activeComplainants, complainantKey } from '../../domain/ticket/complainants'
import type { KeptWish } from '../../domain/effects/surveys'
import type { Ticket } from '../../domain/ticket/state'
import type { Database } from '../schema'
import { phoneHash } from './phone-key'

/** Wishes not to be called (D-CB-9): of a person's account, and of a phone number whoever answers it. */

type Db = Kysely<Database>
type Trx = Transaction<Database>

/** Who of the complainants does not wish to be called, by ticket and `complainantKey`, as it stands now. */
export async function callbackWishesOf(
  db: Db,
  centerId: string,
  tickets: readonly Ticket[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const wishes = new Map<string, Set<string>>(tickets.map(({ id }) => [id, new Set()]))
  const people = tickets.flatMap(ticket => activeComplainants(ticket).map(one => ({ ticket: ticket.id, one })))
  if (people.length === 0) return wishes
  const column = <T>(pick: (one: Complainant) => T): T[] => people.map(({ one }) => pick(one))
  const { rows } = await sql<{ ticket: string; key: string }>`
    select a.ticket, a.key
    from unnest(${people.map(({ ticket }) => ticket)}::text[], ${column(complainantKey)}::text[],
      ${column(one => one.personId)}::uuid[], ${column(one => one.ticketId)}::uuid[]) as a(ticket, key, person_id, told_on)
    left join person p on p.id = a.person_id
    left join contact c on c.center_id = ${centerId}::uuid and c.ticket_id = a.told_on
    where p.callback_declined or exists (
      select 1 from callback_wish w where w.phone_hash in (${phoneHash(sql`p.phone`)}, ${phoneHash(sql`c.phone`)}))`.execute(
    db,
  )
  for (const { ticket, key } of rows) wishes.get(ticket)?.add(key)
  return wishes
}

/** Keeps wishes said on a ticket, for the person and for the numbers that person is reached by. `at`: epoch ms. */
export async function keepWishes(trx: Trx, centerId: string, wishes: readonly KeptWish[], at: number): Promise<void> {
  if (wishes.length === 0) return
  const personIds = wishes.flatMap(({ personId }) => personId ?? [])
  if (personIds.length > 0)
    await trx.updateTable('person').set({ callback_declined: true }).where('id', 'in', personIds).execute()
  await sql`
    insert into callback_wish (phone_hash, since)
    select distinct ${phoneHash(sql`n.phone`)}, ${at}::bigint
    from (
      select phone from person where id = any(${personIds}::uuid[])
      union
      select phone from contact
      where center_id = ${centerId}::uuid and ticket_id = any(${wishes.map(({ ticketId }) => ticketId)}::uuid[])
    ) as n
    where n.phone is not null
    on conflict (phone_hash) do nothing`.execute(trx)
}

/** The person's own word: declared, or taken back for the account and for every number the person has left (D-CB-9). */
export async function setOwnWish(trx: Trx, personId: string, declined: boolean, at: number): Promise<void> {
  await trx.updateTable('person').set({ callback_declined: declined }).where('id', '=', personId).execute()
  const numbers = sql`
    select phone from person where id = ${personId}::uuid
    union
    select c.phone from contact c
    join ticket t on t.center_id = c.center_id and t.id = c.ticket_id
    where t.filer_id = ${personId}::uuid`
  if (declined)
    await sql`
      insert into callback_wish (phone_hash, since)
      select distinct ${phoneHash(sql`n.phone`)}, ${at}::bigint from (${numbers}) as n where n.phone is not null
      on conflict (phone_hash) do nothing`.execute(trx)
  else
    await sql`
      delete from callback_wish
      where phone_hash in (select ${phoneHash(sql`n.phone`)} from (${numbers}) as n where n.phone is not null)`.execute(
      trx,
    )
}

/** Tickets of a center whose complainants are being asked. */
export async function ticketsInCallback(db: Db, centerId: string): Promise<readonly Ticket[]> {
  const rows = await db
    .selectFrom('ticket')
    .where('center_id', '=', centerId)
    .where('state', '=', 'callback')
    .where('closed_at', 'is', null)
    .select('body')
    .execute()
  return rows.map(row => row.body)
}
