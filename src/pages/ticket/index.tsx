import { Text } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { TicketView } from '../../../types/contract/ticket-views'
import type { State } from '../../../types/vocabulary'
import { a11y } from '@/ui/a11y'
import { Banner } from '@/ui/banner'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/shell/error-state'
import { Page } from '@/shell/page'
import { Section } from '@/ui/section'
import { Skeleton } from '@/ui/skeleton'
import { Timeline } from '@/ticket/timeline/timeline'
import { useMarkRead } from '@/data/read/use-mark-read'
import { useReading } from '@/data/read/use-reading'
import type { AbortSignalLike } from '@/data/call/abort'
import { CallError, messageOf } from '@/data/call/call-error'
import { call } from '@/data/call/client'
import { ask, say, sayError } from '@/shell/feedback'
import { open } from '@/data/session/navigation'
import { queryText } from '@/data/session/query-text'
import { serverClock } from '@/data/call/server-clock'
import { ActSheet } from './act-sheet'
import { FiledCard } from './filed-card'
import { FollowSwitch } from './follow-switch'
import { ProposalCard } from './proposal-card'
import { actForms, residentActions, type ActForm, type ResidentCommand } from './resident-actions'
import { ThirdPartyCard } from './third-party-card'
import { ReasonCard } from './reason-card'
import { ResultCard } from './result-card'
import { EmergencyNotice } from '@/ticket/emergency/emergency-notice'
import { StandingCard } from './standing-card'
import { MoreSheet, TicketBottom } from './ticket-bottom'
import { useAct } from './use-act'
import './index.scss'

const load = (ticketId: string, signal: AbortSignalLike) => call('ticket', 'get', { ticketId }, { retries: 2, signal })

/** An agreement of an earlier round says nothing about the new one. */
const showsProposal = ({ proposal, state }: TicketView): boolean =>
  proposal?.status === 'open' ||
  ((proposal?.status === 'agreed' || proposal?.status === 'countered') && !early.includes(state))
const early: readonly State[] = ['submitted', 'accepted', 'dispatched']

const title = '进展'

export default function TicketPage() {
  const ticketId = queryText(useRouter().params.ticketId) ?? ''
  const reading = useReading<TicketView>({ name: 'ticket', key: ticketId, load })
  const { value: ticket, error, reload } = reading
  useMarkRead(reading)
  const [sheet, setSheet] = useState<ActForm | 'more' | null>(null)
  const agreement = useAct(ticketId, 'agree')
  const now = serverClock.now()

  usePullDownRefresh(() => {
    reload()
    Taro.stopPullDownRefresh()
  })

  const agree = async () => {
    const sure = await ask({
      title: '同意这个方案？',
      text: '我们会按方案处理，完成后请您评价',
      confirm: '同意',
      cancel: '再想想',
    })
    if (!sure) return
    const outcome = await agreement.send({ command: 'agree', version: ticket?.version })
    if (outcome.ok) say('谢谢，我们按方案处理')
    else sayError(outcome.error)
    if (outcome.ok || outcome.outdated) reload()
  }

  const choose = (command: ResidentCommand) => {
    setSheet(null)
    if (command === 'answerSurvey' || command === 'detailSurvey') open('pages/survey/index', { ticketId })
    else if (command === 'agree') void agree()
    else setSheet(actForms[command])
  }

  if (!ticket) {
    const missing = error instanceof CallError && error.code === 'notFound'
    return (
      <Page title={title}>
        {missing ? (
          <EmptyState
            drawing="search"
            title="没有找到这件事"
            text="它可能不属于现在登录的账号"
            action={{ word: '看我的反映', onClick: () => void Taro.reLaunch({ url: '/pages/tickets/index' }) }}
          />
        ) : error ? (
          <ErrorState error={error} onRetry={reload} />
        ) : (
          <Skeleton blocks={['card', 'line', 'card', 'row', 'row']} />
        )}
      </Page>
    )
  }

  const actions = residentActions(ticket.allowedActions)
  const talked = ticket.timeline.some(({ type }) => type !== 'filed')
  return (
    <Page
      title={title}
      bottom={
        actions.length > 0 && (
          <TicketBottom actions={actions} busy={agreement.busy} onChoose={choose} onMore={() => setSheet('more')} />
        )
      }
    >
      {error !== null && (
        <Text className="ticket-kept" {...a11y({ role: 'status' })}>
          {messageOf(error)}。下面是上次看到的内容。
        </Text>
      )}
      {ticket.emergency && <EmergencyNotice id="ticket-emergency" emergency={ticket.emergency} />}
      <StandingCard ticket={ticket} now={now} />
      {showsProposal(ticket) && ticket.proposal && <ProposalCard proposal={ticket.proposal} />}
      <ResultCard ticket={ticket} />
      <ReasonCard ticket={ticket} />
      <ThirdPartyCard ticket={ticket} />
      {ticket.recourse && (
        <Banner id="ticket-recourse" meaning="info" icon="chat" title="还可以找谁" text={ticket.recourse} />
      )}
      <FiledCard ticket={ticket} now={now} />
      {ticket.following !== null && <FollowSwitch ticketId={ticketId} following={ticket.following} />}
      {talked && (
        <Section title="处理经过" bare>
          <Timeline ticket={ticket} without={['filed']} viewer="resident" />
        </Section>
      )}
      {sheet === 'more' && <MoreSheet actions={actions} onChoose={choose} onClose={() => setSheet(null)} />}
      {sheet !== null && sheet !== 'more' && (
        <ActSheet
          key={sheet.command}
          ticketId={ticketId}
          form={sheet}
          onClose={() => setSheet(null)}
          onDone={() => {
            setSheet(null)
            reload()
          }}
        />
      )}
    </Page>
  )
}
