import { call } from '@/data/call/client'
import { usePagedReading, type PagedReading } from '@/data/read/use-paged-reading'
import { useReading, type Reading } from '@/data/read/use-reading'
import type { RequestOf, ResponseOf } from '../../../types/contract/index'

export type RunningCampaign = ResponseOf<'campaign', 'list'>['items'][number]
export type EntryCampaign = ResponseOf<'campaign', 'get'>
export type Household = ResponseOf<'campaign', 'households'>['items'][number]
export type HouseholdPart = RequestOf<'campaign', 'households'>['only']

/** Surveys that run: answers can be written down for them. */
export const useRunningCampaigns = (): Reading<RunningCampaign[]> =>
  useReading<RunningCampaign[]>({
    name: 'work:campaigns',
    key: 'running',
    load: (_key, signal) =>
      call('campaign', 'list', {}, { retries: 1, signal }).then(({ items }) =>
        items.filter(({ state }) => state === 'open'),
      ),
  })

/** One of them, as far as the caller's own buildings go; null: nothing is asked. */
export const useEntryCampaign = (campaignId: string | null): Reading<EntryCampaign> =>
  useReading<EntryCampaign>({
    name: 'work:campaign',
    key: campaignId ?? 'none',
    load: (key, signal) => call('campaign', 'get', { campaignId: key }, { retries: 1, signal }),
    enabled: campaignId !== null,
  })

const idOf = ({ householdId }: Household) => householdId

/** Its households, in the order of their rooms. */
export const useHouseholds = (campaignId: string, only: HouseholdPart): PagedReading<Household> =>
  usePagedReading<Household>({
    name: 'work:households',
    key: `${campaignId}:${only}`,
    load: (page, signal) => call('campaign', 'households', { campaignId, only, ...page }, { retries: 1, signal }),
    idOf,
  })

/** One household that is still to answer; null in the answer: it is not, any more or at all. Without both ids nothing is asked. */
export const useOpenHousehold = (
  campaignId: string | null,
  householdId: string | null,
): Reading<{ household: Household | null }> =>
  useReading<{ household: Household | null }>({
    name: 'work:household',
    key: `${campaignId ?? ''}:${householdId ?? ''}`,
    load: async (_key, signal) => {
      if (campaignId === null || householdId === null) return { household: null }
      const asked = { campaignId, only: 'open' as const, householdId }
      const { items } = await call('campaign', 'households', asked, { retries: 1, signal })
      return { household: items[0] ?? null }
    },
  })
