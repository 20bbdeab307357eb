import { possibleOwners } from '../../domain/access/campaigns'
import { improvementGiven } from '../../domain/campaign/notices'
import { writeImprovement } from '../../store/campaign/improvements'
import { isId, newId } from '../../store/engine/ids'
import { tell } from '../../store/notice/tell'
import { postsOf } from '../../store/people/staff'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { findFollowed } from './find'
import { tellOptions } from '../notify/tell-options'

/** Decides what is to be done about what a survey has shown; its owner is told at once. */
export const improve: Handler<'campaign', 'improve'> = async (input, call) => {
  const { runtime, caller } = call
  const { questionId = null, text, ownerId, dueAt } = input
  const { campaign } = await findFollowed(call, input.campaignId, 'runCampaigns', { own: true })
  const { centerId } = campaign
  if (campaign.state !== 'closed') throw new CallError('wrongState', '调查结束以后再定改进措施')
  const now = runtime.clock.now()
  if (dueAt <= now) throw CallError.field('invalidRequest', 'dueAt', '完成时间要在以后')
  if (questionId !== null && !campaign.questions.some(({ id }) => id === questionId))
    throw CallError.field('invalidRequest', 'questionId', '这次调查没有问过这一题，请重新选择')
  const posts = isId(ownerId) ? await postsOf(runtime.db, ownerId, [centerId]) : []
  if (possibleOwners(posts).length === 0) throw CallError.field('unknownPerson', 'ownerId')
  return once(call, { action: 'campaign.improve', centerId, request: input }, async trx => {
    const id = newId()
    await writeImprovement(trx, {
      centerId,
      id,
      campaignId: campaign.id,
      questionId,
      text,
      ownerId,
      dueAt,
      state: 'open',
      result: null,
      createdAt: now,
      createdBy: caller.actor.id,
      settledAt: null,
      settledBy: null,
      nextFireAt: dueAt,
    })
    await tell(trx, await tellOptions(runtime, trx, centerId), [
      {
        personId: ownerId,
        campaignId: campaign.id,
        ...improvementGiven(text, dueAt, now),
        dedupeKey: `improvement:${id}:given`,
      },
    ])
    return { improvementId: id }
  })
}
