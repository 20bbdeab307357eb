import { type Kysely, type Transaction, sql } from 'kysely'
import type { Policy } from '../../domain/policy/model/policy'
import { toJson } from '../engine/json'
import type { Database } from '../schema'

type Db = Kysely<Database>
type Trx = Transaction<Database>

/** What an administrator writes of a center. */
export interface CenterCard {
  readonly name: string
  readonly estateName: string
  readonly hotline: string
  readonly nightPhone: string
  readonly address: string
  readonly phase: string
  /** Square metres. */
  readonly area: number | null
}

export interface OrganisedCenter extends CenterCard {
  readonly centerId: string
  readonly departments: Policy['departments']
  readonly counts: {
    readonly buildings: number
    readonly rooms: number
    readonly staff: number
    readonly residents: number
  }
}

/** Centers of a company by name, with how much of each has been entered. */
export async function organisedCenters(db: Db, companyId: string): Promise<readonly OrganisedCenter[]> {
  const { rows } = await sql<OrganisedCenter>`
    select c.id as "centerId", c.name, c.estate_name as "estateName", c.hotline, c.night_phone as "nightPhone",
      c.address, c.phase, c.area, p.body->'departments' as departments,
      jsonb_build_object(
        'buildings', (select count(*) from place l where l.center_id = c.id and l.kind = 'building'),
        'rooms', (select count(*) from place l where l.center_id = c.id and l.kind = 'room'),
        'staff', (select count(distinct o.person_id) from post o where o.center_id = c.id and o.role <> 'admin'),
        'residents', (select count(distinct r.person_id) from residency r where r.center_id = c.id)) as counts
    from center c join policy p on p.center_id = c.id and p.version = c.policy_version
    where c.company_id = ${companyId}::uuid
    order by c.name, c.id`.execute(db)
  return rows
}

/** The card of a center of the company, with its row held; undefined: there is none. */
export async function lockCenterCard(trx: Trx, companyId: string, centerId: string): Promise<CenterCard | undefined> {
  const row = await trx
    .selectFrom('center')
    .where('company_id', '=', companyId)
    .where('id', '=', centerId)
    .select(['name', 'estate_name', 'hotline', 'night_phone', 'address', 'phase', 'area'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const { estate_name: estateName, night_phone: nightPhone, ...same } = row
  return { ...same, estateName, nightPhone }
}

const columnsOf = ({ estateName, nightPhone, ...same }: CenterCard) => ({
  ...same,
  estate_name: estateName,
  night_phone: nightPhone,
})

/** Changes a card, and the name of the estate's place with it. */
export async function writeCenterCard(trx: Trx, centerId: string, card: CenterCard): Promise<void> {
  await trx.updateTable('center').set(columnsOf(card)).where('id', '=', centerId).execute()
  await trx
    .updateTable('place')
    .set({ name: card.estateName, full_name: card.estateName })
    .where('center_id', '=', centerId)
    .where('kind', '=', 'estate')
    .execute()
}

export interface NewCenter {
  readonly id: string
  readonly companyId: string
  readonly card: CenterCard
  readonly policy: Policy
  readonly estateId: string
  readonly createdAt: number
  readonly createdBy: string
}

/** A center with its first policy and its estate; every administrator of the company holds the post there. */
export async function addCenter(trx: Trx, added: NewCenter): Promise<void> {
  const { id, companyId, card, policy, estateId, createdAt, createdBy } = added
  await trx
    .insertInto('center')
    .values({ id, company_id: companyId, ...columnsOf(card), policy_version: 1, created_at: createdAt })
    .execute()
  await trx
    .insertInto('policy')
    .values({ center_id: id, version: 1, body: toJson(policy), created_at: createdAt, created_by: createdBy })
    .execute()
  await trx
    .insertInto('place')
    .values({
      center_id: id,
      id: estateId,
      parent_id: null,
      kind: 'estate',
      name: card.estateName,
      full_name: card.estateName,
      building_id: null,
      sort: 0,
    })
    .execute()
  await sql`
    insert into post (center_id, person_id, role, department_id, building_ids, skills, present, since)
    select ${id}::uuid, person_id, 'admin', null, '[]'::jsonb, '[]'::jsonb, true, ${createdAt}::bigint
    from administrator where company_id = ${companyId}::uuid`.execute(trx)
}
