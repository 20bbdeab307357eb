import { Text, View } from '@tarojs/components'
import type { TicketView } from '../../../types/contract/ticket-views'
import { holdReasonLabels } from '../../../types/vocabulary'
import { a11y } from '@/ui/a11y'
import { Countdown } from '@/ticket/deadlines/countdown'
import { Icon } from '@/ui/icon'
import { StatusTag } from '@/ui/status-tag'
import { meaningOf, standsText } from '@/ticket/words/resident-ticket'
import { groupedNumber } from '@/ui/words/number'
import { instantText, retold } from '@/ui/words/time'
import { residentStateLabels } from '../../../types/vocabulary'
import { StageDots } from './stage-dots'

/** Where it stands in one sentence (said once), the promise, and how long that still is (L-TKT-1); late, the sentence says the rest. */
export const StandingCard = ({ ticket, now }: { ticket: TicketView; now: number }) => {
  const { state, hold, promised } = ticket
  const promise = ticket.promise && retold(ticket.promise, ticket.promiseSaidAt, now)
  const stands = standsText({
    state,
    assigneeName: ticket.assignee?.name ?? null,
    departmentName: ticket.department?.name ?? null,
  })
  return (
    <View className="standing" id="ticket-standing">
      <View className="standing-head">
        <Text className="standing-what">{ticket.categoryName}</Text>
        {residentStateLabels[state] !== stands && (
          <StatusTag meaning={meaningOf(state)} word={residentStateLabels[state]} />
        )}
      </View>
      <Text className="standing-now" {...a11y({ role: 'heading' })}>
        {stands}
      </Text>
      {promise && promise !== stands && <Text className="standing-promise">{promise}</Text>}
      {hold && !promise && (
        <Text className="standing-promise">
          正在{holdReasonLabels[hold.reason]}，最晚 {instantText(hold.until, now)}继续
        </Text>
      )}
      {promised && now <= promised.dueAt && (
        <View className="standing-clock">
          <Icon name="clock" />
          <Countdown startedAt={promised.startedAt} dueAt={promised.dueAt} />
        </View>
      )}
      <StageDots state={state} acknowledged={ticket.acknowledged} />
      <View className="standing-line">
        <Icon name="place" />
        <Text className="standing-place">{ticket.place.name}</Text>
      </View>
      <View className="standing-line">
        <Icon name="list" />
        <Text userSelect>编号 {groupedNumber(ticket.number)}</Text>
      </View>
    </View>
  )
}
