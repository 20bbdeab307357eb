import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema'

type Db = Kysely<Database>

/**
 * How many more messages by a template somebody has accepted (P-SUB-2): the platform keeps no count that can be asked for. One accept is one
 * message, and lasts until it is used.
 */

/** More than anybody collects; a client that says it again and again gains nothing. */
const mostCredits = 50

/** Adds one for each template that was accepted. `at`: epoch ms. */
export async function addCredits(db: Db, openid: string, templateIds: readonly string[], at: number): Promise<void> {
  const ids = [...new Set(templateIds)]
  if (ids.length === 0) return
  await sql`
    insert into message_credit as c (openid, template_id, credits, updated_at)
    select ${openid}, t, 1, ${at}::bigint from unnest(${ids}::text[]) as t
    on conflict (openid, template_id)
      do update set credits = least(c.credits + 1, ${mostCredits}), updated_at = excluded.updated_at`.execute(db)
}

/** None is left: the platform has said so, or the person has turned them off. */
export async function dropCredits(db: Db, openid: string, templateIds: readonly string[], at: number): Promise<void> {
  if (templateIds.length === 0) return
  await db
    .updateTable('message_credit')
    .set({ credits: 0, updated_at: at })
    .where('openid', '=', openid)
    .where('template_id', 'in', [...templateIds])
    .execute()
}

/** Takes one before it is used; false: there is none. */
export async function takeCredit(db: Db, openid: string, templateId: string, at: number): Promise<boolean> {
  const taken = await db
    .updateTable('message_credit')
    .set(eb => ({ credits: eb('credits', '-', 1), updated_at: at }))
    .where('openid', '=', openid)
    .where('template_id', '=', templateId)
    .where('credits', '>', 0)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

/** Gives one back that was not used. */
export const returnCredit = (db: Db, openid: string, templateId: string, at: number): Promise<void> =>
  addCredits(db, openid, [templateId], at)

/** How many somebody has left, by template. */
export async function creditsOf(db: Db, openid: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('message_credit')
    .where('openid', '=', openid)
    .select(['template_id as id', 'credits'])
    .execute()
  return new Map(rows.map(({ id, credits }) => [id, credits]))
}

/** Whether an event that the platform has pushed is new; it may push one more than once. Kept for two days. */
export async function isFreshPush(db: Db, key: string, at: number): Promise<boolean> {
  const added = await db
    .insertInto('pushed_event')
    .values({ key, at })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  await db
    .deleteFrom('pushed_event')
    .where('at', '<', at - 2 * 86_400_000)
    .execute()
  return added.numInsertedOrUpdatedRows === 1n
}
