import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/shell/error-state'
import { Page } from '@/shell/page'
import { Skeleton } from '@/ui/skeleton'
import { useReading } from '@/data/read/use-reading'
import type { AbortSignalLike } from '@/data/call/abort'
import { call } from '@/data/call/client'
import { queryText } from '@/data/session/query-text'
import type { ResponseOf } from '../../../types/contract/index'
import { DetailsForm } from './details-form'
import { SurveyForm } from './survey-form'
import type { TappedSurvey } from './use-details'
import type { OpenSurvey } from './use-survey'
import './index.scss'

type Surveys = ResponseOf<'survey', 'list'>

const load = (_key: string, signal: AbortSignalLike) => call('survey', 'list', {}, { retries: 2, signal })

/**
 * The survey of `ticketId`, or without one the oldest that waits; `solved` (yes, no): answered by the tap that led here. What was
 * answered with one tap asks what there is to add (D-CB-5).
 */
export default function SurveyPage() {
  const { params } = useRouter()
  const ticketId = queryText(params.ticketId)
  const said = queryText(params.solved)
  const { value, error, loading, reload } = useReading<Surveys>({ name: 'surveys', key: 'all', load })
  // Once begun, the form stays, also when the list has lost it because it was answered.
  const [begun, setBegun] = useState<OpenSurvey | null>(null)
  const [detailing, setDetailing] = useState<TappedSurvey | null>(null)
  const isMeant = (survey: OpenSurvey) => ticketId === null || survey.ticketId === ticketId
  const found = value?.items.find(isMeant) ?? null
  const tapped = (ticketId !== null && value?.toDetail.find(isMeant)) || null
  const known = !loading || error !== null
  if (found && !begun && known) setBegun(found)
  if (tapped && !detailing && known) setDetailing(tapped)

  if (detailing) return <DetailsForm survey={detailing} />
  if (begun) return <SurveyForm survey={begun} solved={said === null ? null : said === 'yes'} />
  return (
    <Page title="评价">
      {loading ? (
        <Skeleton blocks={['line', 'card', 'title', 'row', 'row']} />
      ) : error ? (
        <ErrorState error={error} onRetry={reload} />
      ) : (
        <EmptyState
          drawing="letter"
          title="现在没有等您评价的事"
          text="可能已经评价过了，谢谢您"
          action={{ word: '看我的反映', onClick: () => void Taro.reLaunch({ url: '/pages/tickets/index' }) }}
        />
      )}
    </Page>
  )
}
