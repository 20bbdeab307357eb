import { keysOf, notAskedLabels } from '../../../types/vocabulary'
import { householdsOf } from '../../store/campaign/frame'
import { findCenter } from '../../store/place/center'
import { CallError } from '../call-error'
import { currentPolicy } from '../center-context'
import type { Handler } from '../handlers'
import { findFollowed, stillThere } from './find'
import { wishesOf } from './send'

/**
 * Whom a survey would ask if it were sent now. The sample itself is drawn when it is sent and not before: whoever could see it and
 * draw again would have the sample they like.
 */
export const preview: Handler<'campaign', 'preview'> = async ({ campaignId }, call) => {
  const { runtime } = call
  const { db } = runtime
  const { campaign } = await findFollowed(call, campaignId, 'runCampaigns', { own: true })
  if (campaign.openedAt !== null) throw new CallError('wrongState', '这份调查已经发出')
  const now = runtime.clock.now()
  const { centerId, sampleSize } = campaign
  const { policy } = await currentPolicy(runtime, stillThere(await findCenter(db, centerId)))
  const ids = (await householdsOf(db, centerId, now)).map(({ householdId }) => householdId)
  const most = policy.survey.mostPerHouseholdAMonth ?? Infinity
  const { whyNot } = await wishesOf(db, { centerId, ids, most, now, lock: false })
  const reasons = ids.map(whyNot)
  return {
    frame: ids.length,
    drawn: Math.min(sampleSize ?? ids.length, ids.length),
    notAsked: Object.fromEntries(
      keysOf(notAskedLabels).map(reason => [reason, reasons.filter(one => one === reason).length]),
    ) as Record<keyof typeof notAskedLabels, number>,
  }
}
