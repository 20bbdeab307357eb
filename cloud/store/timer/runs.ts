import type { Kysely } from 'kysely'
import { toJson } from '../engine/json'
import type { Database } from '../schema'

/** Notes that a timer function starts at `at` (epoch ms). What its last finished run said stays until this one ends. */
export async function runStarted(db: Kysely<Database>, name: string, at: number): Promise<void> {
  await db
    .insertInto('timer_run')
    .values({ name, started_at: at, finished_at: null })
    .onConflict(conflict => conflict.column('name').doUpdateSet({ started_at: at }))
    .execute()
}

/** Notes that it ended at `at` (epoch ms), and with what. */
export async function runFinished(db: Kysely<Database>, name: string, at: number, result: unknown): Promise<void> {
  await db
    .updateTable('timer_run')
    .set({ finished_at: at, result: toJson(result) })
    .where('name', '=', name)
    .execute()
}
