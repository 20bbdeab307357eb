import { randomInt } from 'node:crypto'
import type { Transaction } from 'kysely'
import { drawSample } from '../../domain/campaign/sample'
import { invitation } from '../../domain/campaign/notices'
import { notBefore } from '../../domain/effects/quiet-hours'
import type { NotAsked } from '../../../types/vocabulary'
import { type Campaign, writeCampaign } from '../../store/campaign/campaigns'
import { type Member, askedThisMonth, householdsOf, membersOf } from '../../store/campaign/frame'
import { writeDrawn } from '../../store/campaign/households'
import { type TellOptions, tell } from '../../store/notice/tell'
import { findCenter } from '../../store/place/center'
import type { Database } from '../../store/schema'
import { currentPolicy } from '../center-context'
import type { Runtime } from '../runtime'
import { stillThere } from './find'

type Trx = Transaction<Database>

/** Seeds are whole numbers below this, so that they fit an int column. */
const seeds = 2 ** 31 - 1

/** The current rules of a campaign's center. Inside a transaction that has the only connection, they are read through it. */
export const rulesOf = async (runtime: Runtime, trx: Trx, centerId: string) =>
  (await currentPolicy({ ...runtime, db: trx }, stillThere(await findCenter(trx, centerId)))).policy

/** Nothing of a survey is urgent: channels beside the inbox wait for the morning (D-NT-2). */
export async function tellOptions(runtime: Runtime, trx: Trx, centerId: string): Promise<TellOptions> {
  const at = runtime.clock.now()
  const { quietHours } = await rulesOf(runtime, trx, centerId)
  return { centerId, at, outsideFrom: runtime.channels.length > 0 ? notBefore(quietHours, false, at) : null }
}

/** Each person once, whatever households they belong to, without those who do not wish to be asked. */
export const toBeTold = (members: readonly Member[]): readonly string[] => [
  ...new Set(members.flatMap(({ personId, declined }) => (declined ? [] : [personId]))),
]

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
  const members = await membersOf(trx, centerId, ids, { lock: true })
  const asked = await askedThisMonth(trx, centerId, ids, now)
  const most = survey.mostPerHouseholdAMonth ?? Infinity
  const askable = new Set(members.flatMap(({ householdId, declined }) => (declined ? [] : [householdId])))
  const whyNot = (householdId: string): NotAsked | null => {
    if (!askable.has(householdId)) return 'declined'
    return (asked.get(householdId) ?? 0) >= most ? 'askedEnough' : null
  }
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
      ...invitation(campaign, now),
      dedupeKey: `campaign:${id}:opened:${personId}`,
    })),
  )
  return sent
}
