import type { Transaction } from 'kysely'
import { dueStep, remindOwnerAgainAt } from '../../domain/campaign/life'
import { campaignReminder, improvementLate } from '../../domain/campaign/notices'
import { type Campaign, lockCampaign, writeCampaign } from '../../store/campaign/campaigns'
import { type DueCampaign, lockDueCampaigns } from '../../store/campaign/due'
import { membersOf } from '../../store/campaign/frame'
import { unsettledHouseholds } from '../../store/campaign/households'
import { lockImprovement, writeImprovement } from '../../store/campaign/improvements'
import { tell } from '../../store/notice/tell'
import type { Database } from '../../store/schema'
import { forgetFailures } from '../../store/timer/dead-letters'
import { type DrainOptions, type Drained, type Work, drain } from '../drain'
import type { Runtime } from '../runtime'
import { tellOptions } from '../notify/tell-options'
import { sendCampaign, toBeTold } from './send'

type Trx = Transaction<Database>

/** Reminds, once, everybody of the households that were asked and have not said anything; wishes count as they stand now. */
async function remind(runtime: Runtime, trx: Trx, campaign: Campaign): Promise<Campaign> {
  const now = runtime.clock.now()
  const { centerId, id } = campaign
  const members = await membersOf(trx, centerId, await unsettledHouseholds(trx, campaign), { lock: false })
  await tell(
    trx,
    await tellOptions(runtime, trx, centerId),
    toBeTold(members).map(personId => ({
      personId,
      campaignId: id,
      ...campaignReminder(campaign, now),
      dedupeKey: `campaign:${id}:reminder:${personId}`,
    })),
  )
  const reminded = { ...campaign, remindedAt: now }
  await writeCampaign(trx, reminded)
  return reminded
}

async function end(runtime: Runtime, trx: Trx, campaign: Campaign): Promise<Campaign> {
  const closed = { ...campaign, state: 'closed' as const, closedAt: runtime.clock.now() }
  await writeCampaign(trx, closed)
  return closed
}

/** Everything that is due of a campaign, step by step; answers how many steps. Nothing due writes the row as it should stand. */
async function carryOn(runtime: Runtime, trx: Trx, { centerId, id }: DueCampaign): Promise<number> {
  let campaign = await lockCampaign(trx, centerId, id, 'change')
  const carryOut = { open: sendCampaign, remind, close: end }
  for (let steps = 0; campaign; steps += 1) {
    const step = dueStep(campaign, runtime.clock.now())
    if (step === null) {
      if (steps === 0) await writeCampaign(trx, campaign)
      return steps
    }
    campaign = await carryOut[step](runtime, trx, campaign)
  }
  return 0
}

/** Reminds the owner of an improvement that is late, and sets the next reminder. */
async function remindOwner(runtime: Runtime, trx: Trx, { centerId, id }: DueCampaign): Promise<number> {
  const improvement = await lockImprovement(trx, centerId, id)
  if (!improvement) return 0
  const now = runtime.clock.now()
  const { campaignId, text, dueAt, ownerId, nextFireAt, state } = improvement
  if (state !== 'open') {
    await writeImprovement(trx, { ...improvement, nextFireAt: null })
    return 0
  }
  await tell(trx, await tellOptions(runtime, trx, centerId), [
    {
      personId: ownerId,
      campaignId,
      ...improvementLate(text, dueAt, now),
      dedupeKey: `improvement:${id}:late:${nextFireAt ?? now}`,
    },
  ])
  await writeImprovement(trx, { ...improvement, nextFireAt: remindOwnerAgainAt(now) })
  return 1
}

const campaignWork = (runtime: Runtime): Work<DueCampaign> => ({
  name: 'campaign',
  // Sending one writes a row for each household.
  batch: 10,
  maxAttempts: 5,
  idOf: ({ id }) => id,
  failureOf: ({ centerId }) => ({ centerId, ticketId: null, version: 0 }),
  take: (trx, take) => lockDueCampaigns(trx, runtime.clock.now(), take),
  async carryOut(trx, items) {
    let effects = 0
    for (const item of items) {
      effects += await (item.what === 'campaign' ? carryOn : remindOwner)(runtime, trx, item)
      await forgetFailures(trx, 'campaign', item.centerId, [item.id])
    }
    return { done: items.length, effects, failed: [] }
  },
})

/**
 * Sends campaigns whose day has come, reminds of them, ends them, and reminds the owners of improvements that are late (D-CB-7). The
 * rows and their states say what has been done: late, twice and on several machines at once, each happens once.
 * @throws Unavailable when the database is away; what had been done before stays
 */
export const runCampaigns = (runtime: Runtime, options: DrainOptions): Promise<Drained> =>
  drain(runtime, campaignWork(runtime), options)
