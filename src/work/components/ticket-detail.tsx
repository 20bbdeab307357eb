import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { PhotoGrid } from '@/ticket/media/photo-grid'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { StatusTag } from '@/ui/status-tag'
import { Timeline } from '@/ticket/timeline/timeline'
import { TimelineMedia } from '@/ticket/timeline/timeline-media'
import { instantText, retold } from '@/ui/words/time'
import { open } from '@/data/session/navigation'
import { useHolds } from '@/data/session/use-holds'
import { useNow } from '@/data/read/use-now'
import type { TicketView } from '../../../types/contract/ticket-views'
import { kindLabels } from '../../../types/vocabulary'
import { standoutTags, stateTag } from '@/ticket/words/ticket-words'
import { useAfterFirstDraw } from '../hooks/use-after-first-draw'
import { AssistList } from './assist-list'
import { CallerCard } from './caller-card'
import { ComplainantList } from './complainant-list'
import { ClockList } from '@/ticket/deadlines/clock-list'
import { FactList } from '@/ui/fact-list'
import { OutsideSections } from './outside-sections'
import { ReportList } from './report-list'
import { TicketBanners } from './ticket-banners'
import { TicketOutcome } from './ticket-outcome'
import './ticket-detail.scss'

/** 「今天」 turns into 「昨天」 at most this much late, ms. */
const redrawEveryMs = 3_600_000

const TicketHead = ({ ticket, now }: { ticket: TicketView; now: number }) => (
  <View className="ticket-head">
    <Text className="ticket-head-place" {...a11y({ role: 'heading' })}>
      {ticket.place.name}
    </Text>
    <View className="ticket-head-tags">
      <StatusTag {...stateTag(ticket.state, ticket.ending)} />
      {standoutTags(ticket).map(tag => (
        <StatusTag key={tag.word} {...tag} />
      ))}
    </View>
    <Text className="ticket-head-line">
      {kindLabels[ticket.kind]} · {ticket.categoryName} · {instantText(ticket.filedAt, now)}
    </Text>
    <Text className="ticket-head-line" userSelect id="ticket-number">
      工单号 {ticket.number}
    </Text>
    <CallerCard ticket={ticket} />
    {ticket.promise && (
      <Text className="ticket-head-promise">业主看到：{retold(ticket.promise, ticket.promiseSaidAt, now)}</Text>
    )}
  </View>
)

/** A ticket as staff read it: where, who, what is new, what it is and what has happened, and only then until when and why here. */
export const TicketDetail = ({ ticket }: { ticket: TicketView }) => {
  const now = useNow(() => redrawEveryMs)
  const watches = { center: useHolds('watchCenter'), department: useHolds('watchDepartment') }
  const readsDossiers = watches.center || watches.department
  const afterFirstDraw = useAfterFirstDraw()
  const judged = ticket.state === 'completed'
  const before = ticket.photos.before.filter(({ kind }) => kind === 'image')
  const recordings = ticket.photos.before.filter(({ kind }) => kind !== 'image')
  const outcome = <TicketOutcome ticket={ticket} now={now} />
  return (
    <View className="ticket-detail" id="ticket-detail">
      <TicketHead ticket={ticket} now={now} />
      <TicketBanners ticket={ticket} now={now} />
      {judged && outcome}
      <Section title="反映内容">
        <Text className="ticket-said" userSelect id="ticket-text">
          {ticket.text}
        </Text>
        <FactList
          facts={[
            ['期望', ticket.expectation],
            ['发生时间', ticket.occurredAt === null ? null : instantText(ticket.occurredAt, now)],
          ]}
        />
        {recordings.length > 0 && <TimelineMedia media={recordings} />}
        {before.length > 0 && !ticket.completion && <PhotoGrid photos={before} label="现场照片" />}
      </Section>
      {ticket.complainants.length > 1 && (
        <Section title="其他反映人">
          <ComplainantList ticket={ticket} />
        </Section>
      )}
      {!judged && outcome}
      <OutsideSections ticket={ticket} now={now} />
      {ticket.assists.length > 0 && (
        <Section title="协办" hint="协办都完成后，主办人才能提交完成">
          <AssistList assists={ticket.assists} now={now} />
        </Section>
      )}
      {ticket.reports.length > 0 && (
        <Section title="报告" hint="热点、重大投诉的报告，由品质管理部审核" id="ticket-reports">
          <ReportList ticket={ticket} now={now} />
        </Section>
      )}
      {ticket.severity !== 'ordinary' && readsDossiers && (
        <Section id="ticket-dossier">
          <PrimaryButton
            id="open-dossier"
            kind="plain"
            icon="list"
            onClick={() => open('manage/dossier/index', { ticketId: ticket.ticketId })}
          >
            打开专卷
          </PrimaryButton>
        </Section>
      )}
      {afterFirstDraw && (
        <Section title="处理经过" bare>
          <Timeline ticket={ticket} viewer="staff" />
        </Section>
      )}
      {ticket.deadlines.length > 0 && (
        <Section title="时限" hint="没有按时做到时，接下来会发生什么也写在这里">
          <ClockList clocks={ticket.deadlines} paused={ticket.hold !== null} />
        </Section>
      )}
      <Section title="为什么派给这里" id="ticket-why">
        <FactList
          facts={[
            ['责任人', ticket.assignee?.name ?? '还没有人负责'],
            ['部门', ticket.department?.name],
            ['处理要求', ticket.requirement],
            ['派单规则', ticket.route?.why],
          ]}
        />
      </Section>
    </View>
  )
}
