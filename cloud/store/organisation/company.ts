import type { Kysely, Transaction } from 'kysely'
import { toJson } from '../engine/json'
import type { Database } from '../schema'

type Trx = Transaction<Database>

export interface FirstAdministrator {
  readonly companyId: string
  readonly companyName: string
  readonly personId: string
  readonly name: string
  readonly phone: string
  /** Epoch ms. */
  readonly at: number
}

/** The company and who may organise it. */
export async function addCompany(trx: Trx, first: FirstAdministrator): Promise<void> {
  const { companyId, companyName, personId, name, phone, at } = first
  await trx.insertInto('company').values({ id: companyId, name: companyName, created_at: at }).execute()
  await trx
    .insertInto('person')
    .values({ id: personId, name, phone, openid: null, settings: toJson({}), erased_at: null, created_at: at })
    .execute()
  await trx.insertInto('administrator').values({ company_id: companyId, person_id: personId, since: at }).execute()
}

export async function companyName(db: Kysely<Database>, companyId: string): Promise<string> {
  const row = await db.selectFrom('company').where('id', '=', companyId).select('name').executeTakeFirst()
  return row?.name ?? ''
}

export const anyCompany = async (db: Kysely<Database>): Promise<boolean> =>
  (await db.selectFrom('company').select('id').limit(1).executeTakeFirst()) !== undefined
