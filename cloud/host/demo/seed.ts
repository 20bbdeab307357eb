import type { Transaction } from 'kysely'
import { v7 } from 'uuid'
import { dateStringOfDay, dayNumber } from '../../domain/calendar/zone'
import { defaultPolicy } from '../../domain/policy/model/default-policy'
import { type DemoPersona, demoPersonasSetting } from '../../actions/account/demo-personas'
import { toJson } from '../../store/engine/json'
import { writeSetting } from '../../store/system/setting'
import type { Relation } from '../../../types/vocabulary'
import type { Database } from '../../store/schema'
import { inTransaction } from '../../store/engine/transaction'
import type { EmbeddedRuntime } from '../embedded-runtime'
import { gatherCast } from './cast'
import { centerName, companyName, estateName, hotline, nightPhone, places, rooms } from './estate'
import { seedHistory } from './history'
import { familyName, familyPhone, residentName, residentPhone, staff } from './people'
import { seedRoster } from './roster'

type Trx = Transaction<Database>

const dayMs = 86_400_000

/** The estate has been there for longer than the year of tickets it is shown with. ms. */
const age = 400 * dayMs

interface Seeding {
  readonly trx: Trx
  readonly centerId: string
  readonly companyId: string
  /** Epoch ms at which the estate was set up. */
  readonly since: number
  readonly placeIds: ReadonlyMap<string, string>
}

const idAt = (since: number): string => v7({ msecs: since })

async function seedOrganisation({ trx, centerId, companyId, since }: Seeding, adminId: string): Promise<void> {
  await trx.insertInto('company').values({ id: companyId, name: companyName, created_at: since }).execute()
  await trx
    .insertInto('center')
    .values({
      id: centerId,
      company_id: companyId,
      name: centerName,
      estate_name: estateName,
      hotline,
      night_phone: nightPhone,
      policy_version: 1,
      created_at: since,
    })
    .execute()
  await trx
    .insertInto('policy')
    .values({ center_id: centerId, version: 1, body: toJson(defaultPolicy), created_at: since, created_by: adminId })
    .execute()
  await trx.insertInto('administrator').values({ company_id: companyId, person_id: adminId, since }).execute()
}

async function seedPlaces({ trx, centerId, placeIds }: Seeding): Promise<void> {
  const idOf = (key: string | null): string | null => (key === null ? null : (placeIds.get(key) ?? null))
  const rows = places.map((place, index) => ({
    center_id: centerId,
    id: placeIds.get(place.key) ?? '',
    parent_id: idOf(place.parent),
    kind: place.kind,
    name: place.name,
    full_name: place.fullName,
    building_id: idOf(place.building),
    sort: index,
  }))
  await trx.insertInto('place').values(rows).execute()
}

async function addPerson({ trx, since }: Seeding, name: string, phone: string | null): Promise<string> {
  const id = idAt(since)
  const person = { id, name, phone, openid: null, settings: toJson({}), erased_at: null, created_at: since }
  await trx.insertInto('person').values(person).execute()
  return id
}

async function seedStaff(seeding: Seeding): Promise<DemoPersona[]> {
  const { trx, centerId, since, placeIds } = seeding
  const personas: DemoPersona[] = []
  for (const [index, member] of staff.entries()) {
    const personId = await addPerson(seeding, member.name, `1000001${String(index + 1).padStart(4, '0')}`)
    const posts = member.posts.map(post => ({
      center_id: centerId,
      person_id: personId,
      role: post.role,
      department_id: post.department ?? null,
      building_ids: toJson((post.buildings ?? []).flatMap(key => placeIds.get(key) ?? [])),
      skills: toJson([...(post.skills ?? [])]),
      present: true,
      since,
    }))
    await trx.insertInto('post').values(posts).execute()
    personas.push({ id: member.persona, personId })
  }
  return personas
}

/**
 * The day on which the n-th household moved in: a few just before the estate was set up here, the others up to eight years earlier, so that
 * surveys have something to break down by (D-CU-1). Nobody has filed anything before moving in.
 */
function movedIn(number: number, since: number): string {
  const daysBefore = number % 4 === 0 ? number : number % 4 === 1 ? 150 + number * 3 : 600 + number * 40
  return dateStringOfDay(dayNumber(since - daysBefore * dayMs))
}

async function seedResidents(seeding: Seeding): Promise<DemoPersona[]> {
  const { trx, centerId, since, placeIds } = seeding
  const personas: DemoPersona[] = []
  for (const [index, room] of rooms.entries()) {
    const number = index + 1
    const moved_in = movedIn(number, since)
    const at = {
      center_id: centerId,
      place_id: placeIds.get(room.key) ?? '',
      household_id: idAt(since),
      since,
      moved_in,
    }
    const move = async (persona: string, name: string, phone: string, relation: Relation): Promise<void> => {
      const personId = await addPerson(seeding, name, phone)
      await trx
        .insertInto('residency')
        .values({ ...at, person_id: personId, relation })
        .execute()
      personas.push({ id: persona, personId })
    }
    await move(`resident-${number}`, residentName(number), residentPhone(number), number % 7 === 0 ? 'tenant' : 'owner')
    if (number === 1) await move('family-1', familyName, familyPhone, 'family')
  }
  return personas
}

async function seedEstate(trx: Trx, since: number, now: number): Promise<DemoPersona[]> {
  const seeding: Seeding = {
    trx,
    since,
    centerId: idAt(since),
    companyId: idAt(since),
    placeIds: new Map(places.map(place => [place.key, idAt(since)])),
  }
  await seedPlaces(seeding)
  const residents = await seedResidents(seeding)
  const members = await seedStaff(seeding)
  const admin = members.find(persona => persona.id === 'admin-1')
  await seedOrganisation(seeding, admin?.personId ?? seeding.centerId)
  const personas = [...residents, ...members]
  await seedRoster(trx, seeding.centerId, members, now)
  await writeSetting(trx, demoPersonasSetting, personas)
  return personas
}

/** The claim of whoever seeds: a second process that starts at the same time waits on it, and then has nothing to do. */
const claim = 'demo.seeded'

/**
 * Fills an empty database with the demo's estate (three buildings, sixty households, thirteen members of staff, their duty
 * roster of the coming weeks) and `tickets` tickets of the year before now.
 */
export async function seedDemo(runtime: EmbeddedRuntime, tickets: number): Promise<void> {
  const personas = await inTransaction(runtime.db, async trx => {
    if (await trx.selectFrom('center').select('id').limit(1).executeTakeFirst()) return null
    const claimed = await trx
      .insertInto('setting')
      .values({ key: claim, value: toJson(true) })
      .onConflict(conflict => conflict.column('key').doNothing())
      .executeTakeFirst()
    if (claimed.numInsertedOrUpdatedRows !== 1n) return null
    return seedEstate(trx, runtime.wallClock.now() - age, runtime.clock.now())
  })
  if (!personas) return
  // Fresh tables have no statistics, and PGlite never gathers any by itself.
  await runtime.database.maintain()
  if (tickets === 0) return
  const recent = Math.min(12, tickets)
  await seedHistory(runtime, await gatherCast(runtime, personas), { now: runtime.clock.now(), tickets, recent })
  await runtime.database.maintain()
}
