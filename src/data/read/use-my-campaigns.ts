import type { ResponseOf } from '../../../types/contract/index'
import { call } from '../call/client'
import { useReading, type Reading } from './use-reading'

export type MyCampaigns = ResponseOf<'campaign', 'mine'>
/** A survey of the estate that waits for an answer of one's household. */
export type MyCampaign = MyCampaigns['items'][number]

const name = 'campaigns:mine'

/** What waits for my household, with its questions: a survey that was seen once can be filled in without a network. */
export const useMyCampaigns = (enabled = true): Reading<MyCampaigns> =>
  useReading<MyCampaigns>({
    name,
    key: 'all',
    load: (_key, signal) => call('campaign', 'mine', {}, { retries: 1, signal, quiet: true }),
    enabled,
  })

/** What has become of one that does not wait; null: nothing is asked. */
export const useNamedCampaign = (campaignId: string | null): Reading<MyCampaigns['named']> =>
  useReading<MyCampaigns['named']>({
    name,
    key: campaignId ?? 'none',
    load: (key, signal) =>
      call('campaign', 'mine', { campaignId: key }, { retries: 1, signal }).then(({ named }) => named),
    enabled: campaignId !== null,
  })
