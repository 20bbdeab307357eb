import { isAnswerable } from '../../domain/campaign/life'
import { type NamedCampaign, namedFor, waitingFor } from '../../store/campaign/households'
import { isId } from '../../store/engine/ids'
import type { AnswerOf } from '../../../types/contract'
import type { Handler } from '../handlers'

type Named = NonNullable<AnswerOf<'campaign', 'mine'>['named']>

function standingOf({ state, untilAt, result }: NamedCampaign, now: number): Named['standing'] {
  if (result === 'answered' || result === 'refused') return result
  return isAnswerable({ state, untilAt }, now) ? 'waiting' : 'ended'
}

/** What waits for the caller's household. */
export const mine: Handler<'campaign', 'mine'> = async ({ campaignId }, { runtime, caller }) => {
  const now = runtime.clock.now()
  const named =
    campaignId !== undefined && isId(campaignId) ? await namedFor(runtime.db, caller.actor.id, campaignId) : undefined
  return {
    items: await waitingFor(runtime.db, caller.actor.id, now),
    named: named ? { title: named.title, untilAt: named.untilAt, standing: standingOf(named, now) } : null,
  }
}
