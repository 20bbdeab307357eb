import { type Kysely, type Transaction, sql } from 'kysely'
import type { Database } from '../schema'

type Trx = Transaction<Database>

export interface Administrator {
  readonly personId: string
  readonly name: string
  readonly phone: string | null
}

/** Who may organise a company, the longest in office first. */
export const administratorsOf = (db: Kysely<Database>, companyId: string): Promise<readonly Administrator[]> =>
  db
    .selectFrom('administrator')
    .innerJoin('person', 'person.id', 'administrator.person_id')
    .where('administrator.company_id', '=', companyId)
    .where('person.erased_at', 'is', null)
    .select(['person.id as personId', 'person.name', 'person.phone'])
    .orderBy('administrator.since')
    .orderBy('person.id')
    .execute()

/** Of two changes of who organises a company at once, the second sees what the first has made. */
export async function lockCompany(trx: Trx, companyId: string): Promise<void> {
  await trx.selectFrom('company').where('id', '=', companyId).select('id').forUpdate().execute()
}

/** Puts somebody in office, with the post of an administrator in every center. Whoever is already stays. */
export async function addAdministrator(trx: Trx, companyId: string, personId: string, since: number): Promise<void> {
  await trx
    .insertInto('administrator')
    .values({ company_id: companyId, person_id: personId, since })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await sql`
    insert into post (center_id, person_id, role, department_id, building_ids, skills, present, since)
    select id, ${personId}::uuid, 'admin', null, '[]'::jsonb, '[]'::jsonb, true, ${since}::bigint
    from center where company_id = ${companyId}::uuid
    on conflict do nothing`.execute(trx)
}

export async function removeAdministrator(trx: Trx, companyId: string, personId: string): Promise<void> {
  await trx.deleteFrom('administrator').where('company_id', '=', companyId).where('person_id', '=', personId).execute()
  await trx
    .deleteFrom('post')
    .where('person_id', '=', personId)
    .where('role', '=', 'admin')
    .where('center_id', 'in', eb => eb.selectFrom('center').where('company_id', '=', companyId).select('id'))
    .execute()
}
