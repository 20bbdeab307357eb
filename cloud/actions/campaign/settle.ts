import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { MoreAnswers, Question } from '../../../types/contract/questionnaire'
import { isAnswerable } from '../../domain/campaign/life'
import { strayAnswer } from '../../domain/survey/questionnaire'
import { type Campaign, lockCampaign } from '../../store/campaign/campaigns'
import {
  type LockedHousehold,
  type Outcome,
  lockHousehold,
  writeAnswer,
  writeOutcome,
} from '../../store/campaign/households'
import { isId } from '../../store/engine/ids'
import type { Database } from '../../store/schema'
import { CallError } from '../call-error'
import { stillThere } from './find'

type Trx = Transaction<Database>

/** A campaign and a household of it, both held by the transaction. */
export interface Held {
  readonly campaign: Campaign
  readonly household: LockedHousehold
}

/**
 * Holds a household that is still to answer. Of two who answer for it at once, in the app, by telephone or on paper, the second is
 * told that it has been answered.
 * @throws CallError notFound, wrongState: not (any longer) to be answered; alreadyAnswered
 */
export async function holdUnsettled(
  trx: Trx,
  { centerId, id }: Pick<Campaign, 'centerId' | 'id'>,
  householdId: string,
  now: number,
): Promise<Held> {
  const campaign = stillThere(await lockCampaign(trx, centerId, id, 'answers'))
  const household = isId(householdId) ? await lockHousehold(trx, campaign, householdId) : undefined
  if (!household || household.askedAt === null) throw new CallError('notFound')
  if (household.settledAt !== null) throw new CallError('alreadyAnswered', '这户已经答过了，谢谢')
  if (!isAnswerable(campaign, now)) throw new CallError('wrongState', '这次调查已经结束，谢谢您')
  return { campaign, household }
}

/** @throws CallError invalidRequest, naming the answer: nothing was answered, or something that was not asked so */
export function refuseStray(questions: readonly Question[], answers: MoreAnswers): void {
  const stray = strayAnswer(questions, {}, answers)
  if (stray !== null) throw CallError.field('invalidRequest', `answers.${stray}`, '有一题的回答不合适，请重新选择')
  if (Object.keys(answers).length === 0) throw CallError.field('invalidRequest', 'answers', '请至少回答一题')
}

/** Keeps the answers, without the household where they are given without a name, and beside them that it has answered. */
export async function keepAnswers(
  trx: Trx,
  { campaign, household }: Held,
  answers: MoreAnswers,
  { anonymous, ...outcome }: Outcome & { readonly anonymous: boolean },
): Promise<void> {
  refuseStray(campaign.questions, answers)
  await writeOutcome(trx, campaign, household.householdId, outcome)
  await writeAnswer(trx, campaign, {
    id: randomUUID(),
    householdId: anonymous ? null : household.householdId,
    household,
    channel: outcome.channel,
    answers,
  })
}
