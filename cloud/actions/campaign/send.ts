import { randomInt } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { drawSample } from '../../domain/campaign/sample'
import { invitation } from '../../domain/campaign/notices'
import type { NotAsked } from '../../../types/vocabulary'
import { type Campaign, writeCampaign } from '../../store/campaign/campaigns'
import { type Member, askedThisMonth, householdsOf, membersOf } from '../../store/campaign/frame'
import { writeDrawn } from '../../store/campaign/households'
import { tell } from '../../store/notice/tell'
import { findCenter } from '../../store/place/center'
import type { Database } from '../../store/schema'
import { currentPolicy } from '../center-context'
import { tellOptions } from '../notify/tell-options'
import type { Runtime } from '../runtime'
import { stillThere } from './find'

type Trx = Transaction<Database>

/** Seeds are whole numbers below this, so that they fit an int column. */
const seeds = 2 ** 31 - 1

/** The current rules of a campaign's center. Inside a transaction that has the only connection, they are read through it. */
export const rulesOf = async (runtime: Runtime, trx: Trx, centerId: string) =>
  (await currentPolicy({ ...runtime, db: trx }, stillThere(await findCenter(trx, centerId)))).policy

/** Each person once, whatever households they belong to, without those who do not wish to be asked. */
export const toBeTold = (members: readonly Member[]): readonly string[] => [
  ...new Set(members.flatMap(({ personId, declined }) => (declined ? [] : [personId]))),
]

interface WishesOf {
  readonly centerId: string
  readonly ids: readonly string[]
  /** Askings of a household in a month. */
  readonly most: number
  readonly now: number
  readonly lock: boolean
}

interface Wishes {
  readonly members: readonly Member[]
  /** Why a household would not be asked; null: it would. */
  whyNot(householdId: string): NotAsked | null
}

/** Which of some households are not to be asked at `now` (epoch ms): D-CB-9, D-CB-12. `lock` as in `membersOf`. */
export async function wishesOf(db: Kysely<Database>, { centerId, ids, most, now, lock }: WishesOf): Promise<Wishes> {
  const members = await membersOf(db, centerId, ids, { lock })
  const asked = await askedThisMonth(db, centerId, ids, now)
  const askable = new Set(members.flatMap(({ householdId, declined }) => (declined ? [] : [householdId])))
  return {
    members,
    whyNot(householdId) {
      if (!askable.has(householdId)) return 'declined'
      return (asked.get(householdId) ?? 0) >= most ? 'askedEnough' : null
    },
  }
}

/**
 * Sends a campaign whose row the transaction holds: draws the sample, leaves out whoever does not wish to be asked (D-CB-9) or has
 * been asked often enough (D-CB-12), and tells the others. The caller has seen that it has not been sent.
 */
export async function sendCampaign(runtime: Runtime, trx: Trx, campaign: Campaign): Promise<Campaign> {
  const now = runtime.clock.now()
  const { centerId, id, sampleSize } = campaign
  const { survey } = await rulesOf(runtime, trx, centerId)
  const frame = await householdsOf(trx, centerId, now)
  const seed = randomInt(seeds)
  const drawn = sampleSize === null ? frame : drawSample(frame, sampleSize, seed)
  const ids = drawn.map(({ householdId }) => householdId)
  const most = survey.mostPerHouseholdAMonth ?? Infinity
  const { members, whyNot } = await wishesOf(trx, { centerId, ids, most, now, lock: true })
  const households = drawn.map(household => ({ ...household, notAsked: whyNot(household.householdId) }))
  await writeDrawn(trx, campaign, households, now)
  const sent: Campaign = { ...campaign, state: 'open', openedAt: now, seed, frame: frame.length }
  await writeCampaign(trx, sent)
  const askedIds = new Set(households.flatMap(one => (one.notAsked === null ? [one.householdId] : [])))
  const people = toBeTold(members.filter(({ householdId }) => askedIds.has(householdId)))
  await tell(
    trx,
    await tellOptions(runtime, trx, centerId),
    people.map(personId => ({
      personId,
      campaignId: id,
      ...invitation(campaign, now),
      dedupeKey: `campaign:${id}:opened:${personId}`,
    })),
  )
  return sent
}
