import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type MyCampaign, useMyCampaigns, useNamedCampaign } from '@/data/read/use-my-campaigns'
import { queryText } from '@/data/session/query-text'
import { ErrorState } from '@/shell/error-state'
import { Page } from '@/shell/page'
import { Skeleton } from '@/ui/skeleton'
import { CampaignForm } from './campaign-form'
import { EndingPage, type Ending } from './ending'
import './index.scss'

const isSame = (one: MyCampaign, other: MyCampaign): boolean =>
  one.campaignId === other.campaignId && one.householdId === other.householdId

/** The survey `campaignId`, for `householdId` where one has several homes; without them what ends first of all that waits. */
export default function CampaignPage() {
  const { params } = useRouter()
  const campaignId = queryText(params.campaignId)
  const householdId = queryText(params.householdId)
  const { value, error, loading, reload } = useMyCampaigns()
  // Once begun, the form stays, also when the list has lost it because it was answered.
  const [begun, setBegun] = useState<MyCampaign | null>(null)
  const fits = (one: MyCampaign) =>
    (campaignId === null || one.campaignId === campaignId) && (householdId === null || one.householdId === householdId)
  const found = value?.items.find(fits) ?? null
  if (found && !begun && (!loading || error !== null)) setBegun(found)
  const missing = !begun && !loading && value !== null && !found
  const named = useNamedCampaign(missing ? campaignId : null)

  if (begun) {
    const next = value?.items.find(one => !isSame(one, begun))
    return (
      <CampaignForm
        key={`${begun.campaignId}:${begun.householdId}`}
        campaign={begun}
        onNext={next && (() => setBegun(next))}
      />
    )
  }
  const failure = error ?? named.error
  if (missing && failure === null && !named.loading) {
    const standing = named.value?.standing ?? 'unknown'
    // It waits for another home of mine; the one that the link named has answered.
    const ending: Ending = standing === 'waiting' ? 'answered' : standing
    const [next] = value.items
    return <EndingPage ending={ending} untilAt={named.value?.untilAt ?? null} onNext={next && (() => setBegun(next))} />
  }
  return (
    <Page title="住户调查">
      {failure !== null && !loading && !named.loading ? (
        <ErrorState error={failure} onRetry={() => void Promise.all([reload(), missing ? named.reload() : null])} />
      ) : (
        <Skeleton blocks={['line', 'card', 'title', 'row', 'row']} />
      )}
    </Page>
  )
}
