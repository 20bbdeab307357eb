import { instantText, promiseText } from '@/ui/words/time'
import type { TicketView } from '../../../types/contract/ticket-views'
import { holdReasonLabels, urgencyLabels } from '../../../types/vocabulary'
import { askedOf } from '@/ticket/words/assists'
import { Banner } from '@/ui/banner'

/** What the reader is asked to help with (D-RT-5), a supervise order, what the words suggest (D-CL-4), a hold, a further round: what changes how the rest is read. */
export const TicketBanners = ({ ticket, now }: { ticket: TicketView; now: number }) => {
  const { supervision, hold, cycle, suggested } = ticket
  const asked = askedOf(ticket.assists)
  const clock = asked && ticket.deadlines.find(({ kind, cycle: which }) => kind === 'assist' && which === asked.assist)
  const unseen = ticket.state === 'submitted' || ticket.state === 'dispatched'
  return (
    <>
      {asked && (
        <Banner
          id="assist-asked"
          meaning="info"
          icon="people"
          title={clock ? `请您协办 · ${promiseText(clock.dueAt, now)}` : '请您协办'}
          text={asked.task}
        />
      )}
      {supervision && !supervision.answered && (
        <Banner
          id="supervision"
          meaning="late"
          icon="flag"
          title={`督办，等待答复 · ${instantText(supervision.at, now)}`}
          text={supervision.text}
        />
      )}
      {suggested && unseen && (
        <Banner
          id="suggested"
          meaning={suggested.urgency === 'emergency' ? 'late' : 'dueSoon'}
          icon="info"
          title={`建议：${suggested.categoryName} · ${urgencyLabels[suggested.urgency]}`}
          text={suggested.why}
        />
      )}
      {hold && (
        <Banner
          id="hold"
          meaning="dueSoon"
          icon="pause"
          title={`已挂起：${holdReasonLabels[hold.reason]}`}
          text={`${instantText(hold.since, now)} 开始，${instantText(hold.until, now)} 自动恢复`}
        />
      )}
      {cycle > 1 && (
        <Banner
          meaning="dueSoon"
          icon="refresh"
          title={`第 ${cycle} 轮处理`}
          text="之前的处理没有让业主满意，请看处理经过"
        />
      )}
    </>
  )
}
