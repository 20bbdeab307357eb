import type { DrawnUp } from '../../../types/contract/campaign'
import { ownCentersWith } from '../../domain/access/centers'
import { questionProblems } from '../../domain/policy/validate/questionnaires'
import { lockCampaign, writeCampaign } from '../../store/campaign/campaigns'
import { newId } from '../../store/engine/ids'
import { CallError } from '../call-error'
import { granted } from '../granted'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { findFollowed, stillThere } from './find'

/** @throws CallError invalidRequest, naming the field */
function refuseFaults({ fromAt, untilAt, questions }: DrawnUp): void {
  if (untilAt <= fromAt) throw CallError.field('invalidRequest', 'untilAt', '结束时间要晚于开始时间')
  const [fault] = questionProblems({ questions }, 'questions', '问卷', { standardAsked: false })
  if (fault) throw CallError.field('invalidRequest', fault.path, fault.message)
}

/** Draws up a survey, or changes one that has not been sent. */
export const save: Handler<'campaign', 'save'> = async (input, call) => {
  const { runtime, caller } = call
  const { campaignId, kind, title, questions, sampleSize, fromAt, untilAt, remindAfterDays } = input
  refuseFaults(input)
  const drawn = { kind, title, questions, sampleSize, fromAt, untilAt, remindAfterDays }
  const known =
    campaignId === undefined ? null : (await findFollowed(call, campaignId, 'runCampaigns', { own: true })).campaign
  const own = granted(ownCentersWith(caller.actor, 'runCampaigns'))
  const centerId =
    known?.centerId ?? granted(own.find(one => input.centerId === undefined || one === input.centerId) ?? null)
  return once(call, { action: 'campaign.save', centerId, request: input }, async trx => {
    if (known === null) {
      const id = newId()
      await writeCampaign(trx, {
        ...drawn,
        centerId,
        id,
        state: 'draft',
        createdAt: runtime.clock.now(),
        createdBy: caller.actor.id,
        openedAt: null,
        seed: null,
        frame: null,
        remindedAt: null,
        closedAt: null,
      })
      return { campaignId: id }
    }
    const campaign = stillThere(await lockCampaign(trx, centerId, known.id, 'change'))
    if (campaign.state !== 'draft') throw new CallError('wrongState', '已经发出去的调查不能再改')
    await writeCampaign(trx, { ...campaign, ...drawn })
    return { campaignId: campaign.id }
  })
}
