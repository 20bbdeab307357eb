import type { CampaignState } from '../../../types/vocabulary'

/** What the course of a campaign hangs on. Epoch ms. */
export interface CampaignTimes {
  readonly state: CampaignState
  readonly fromAt: number
  readonly untilAt: number
  readonly remindAfterDays: number | null
  readonly openedAt: number | null
  readonly remindedAt: number | null
}

export type CampaignStep = 'open' | 'remind' | 'close'

const dayMs = 86_400_000
/** An improvement that is late is told of again after so long. */
const againMs = 7 * dayMs

/** What comes next by itself, and when; null: nothing does. A reminder that would come with the end is left out. */
export function nextStep(campaign: CampaignTimes): { readonly step: CampaignStep; readonly at: number } | null {
  const { state, fromAt, untilAt, remindAfterDays, openedAt, remindedAt } = campaign
  if (state === 'scheduled') return { step: 'open', at: fromAt }
  if (state !== 'open') return null
  const remindAt = remindAfterDays === null ? null : (openedAt ?? fromAt) + remindAfterDays * dayMs
  if (remindAt !== null && remindedAt === null && remindAt < untilAt) return { step: 'remind', at: remindAt }
  return { step: 'close', at: untilAt }
}

/**
 * What is due at an instant; null: nothing. After a standstill what has lost its sense is passed over: nobody is asked or reminded
 * of what has ended meanwhile.
 */
export function dueStep(campaign: CampaignTimes, now: number): CampaignStep | null {
  const next = nextStep(campaign)
  if (next === null || next.at > now) return null
  return campaign.untilAt <= now ? 'close' : next.step
}

/** Whether it can be answered: the end counts from its instant on, whether the timer has noticed or not. */
export const isAnswerable = ({ state, untilAt }: CampaignTimes, now: number): boolean =>
  state === 'open' && now < untilAt

/** When the owner of an improvement that is not done is told next, having just been told. */
export const remindOwnerAgainAt = (now: number): number => now + againMs
