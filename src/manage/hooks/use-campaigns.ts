import { useState } from 'react'
import { call } from '@/data/call/client'
import { useReading, type Reading } from '@/data/read/use-reading'
import type { Outcome } from '@/data/send/sender'
import { createSenders } from '@/data/send/senders'
import type { RequestOf, ResponseOf } from '../../../types/contract/index'
import { atCenter } from '../format/centers'
import { useCenter } from './use-center'

export type CampaignList = ResponseOf<'campaign', 'list'>
export type ListedCampaign = CampaignList['items'][number]
export type CampaignView = ResponseOf<'campaign', 'get'>
export type CampaignReport = ResponseOf<'campaign', 'report'>
export type Improvement = CampaignReport['improvements'][number]
export type Owners = ResponseOf<'campaign', 'owners'>['people']

/** While a survey runs, answers come in by the minute. */
const everyMs = 60_000

/** Surveys of the center. `enabled` false: nothing is asked. */
export const useCampaigns = (enabled = true): Reading<CampaignList> =>
  useReading<CampaignList>({
    name: 'manage:campaigns',
    key: useCenter().key,
    load: (key, signal) => call('campaign', 'list', atCenter(key), { retries: 1, signal }),
    enabled,
  })

/** One survey with how far it has come; null: nothing is asked. */
export const useCampaign = (campaignId: string | null): Reading<CampaignView> =>
  useReading<CampaignView>({
    name: 'manage:campaign',
    key: campaignId ?? 'none',
    load: (key, signal) => call('campaign', 'get', { campaignId: key }, { retries: 1, signal }),
    everyMs,
    enabled: campaignId !== null,
  })

export const useCampaignReport = (campaignId: string): Reading<CampaignReport> =>
  useReading<CampaignReport>({
    name: 'manage:campaign-report',
    key: campaignId,
    load: (key, signal) => call('campaign', 'report', { campaignId: key }, { retries: 1, signal }),
  })

/** What is to be done: by oneself, or in the center. `enabled` false: nothing is asked. */
export function useImprovements(whose: 'mine' | 'all', enabled = true): Reading<Improvement[]> {
  const { key } = useCenter()
  return useReading<Improvement[]>({
    name: `manage:improvements:${whose}`,
    key,
    load: (center, signal) =>
      call('campaign', 'improvements', { ...atCenter(center), mine: whose === 'mine' }, { retries: 1, signal }).then(
        ({ items }) => items,
      ),
    enabled,
  })
}

/** Who can be given an improvement in the center. */
export const useOwners = (): Reading<Owners> =>
  useReading<Owners>({
    name: 'manage:improvement-owners',
    key: useCenter().key,
    load: (key, signal) =>
      call('campaign', 'owners', atCenter(key), { retries: 1, signal }).then(({ people }) => people),
  })

type Command = 'save' | 'remove' | 'open' | 'improve' | 'settleImprovement'
type Data<A extends Command> = Omit<RequestOf<'campaign', A>, 'idempotencyKey'>

interface CampaignActs {
  busy: boolean
  act: <A extends Command>(name: A, data: Data<A>) => Promise<Outcome<ResponseOf<'campaign', A>>>
}

/** Writes about surveys; a repeat of the same write after a lost answer carries the same key (D-IN-5). */
export function useCampaignActs(): CampaignActs {
  const [busy, setBusy] = useState(false)
  const [senders] = useState(() => createSenders<unknown>())
  return {
    busy,
    async act<A extends Command>(name: A, data: Data<A>) {
      const sender = senders.of(JSON.stringify([name, data]), idempotencyKey =>
        // Sending one asks every household of the center.
        call('campaign', name, { ...data, idempotencyKey } as RequestOf<'campaign', A>, {
          retries: 2,
          timeoutMs: 60_000,
        }),
      )
      setBusy(true)
      const outcome = await sender.submit(null)
      setBusy(false)
      return outcome as Outcome<ResponseOf<'campaign', A>>
    },
  }
}
