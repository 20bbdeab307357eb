import { instantText, promiseText } from '@/ui/words/time'
import type { TicketView } from '../../../types/contract/ticket-views'
import { draftKindLabels, severityLabels, urgencyLabels } from '../../../types/vocabulary'
import { askedOf } from '@/ticket/words/assists'
import { holdText } from '@/ticket/words/hold'
import { newsLines } from '@/ticket/words/news'
import { Banner } from '@/ui/banner'

/** Why, and the tickets that it rests on. */
const proposalText = ({ why, tickets }: NonNullable<TicketView['severityProposal']>): string =>
  tickets.length === 0 ? why : `${why}：${tickets.map(({ number }) => number).join('、')}`

/**
 * What changes how the rest is read: danger and what may be a special matter (D-SP-2, D-SP-4), what the reader is asked to help with (D-RT-5), a supervise order, what is new
 * (L-WRK-2), what the words suggest (D-CL-4), a hold.
 */
export const TicketBanners = ({ ticket, now }: { ticket: TicketView; now: number }) => {
  const { supervision, hold, news, suggested, severityProposal, alarms } = ticket
  const asked = askedOf(ticket.assists)
  // What a device kept of before knows of no drafts.
  const { drafts = [] } = ticket
  const waiting = drafts.find(({ status }) => status === 'waiting')
  const refused = drafts.at(-1)
  const owesHeadOffice = ticket.deadlines.some(({ kind, running }) => kind === 'reportBack' && running)
  const clock = asked && ticket.deadlines.find(({ kind, cycle: which }) => kind === 'assist' && which === asked.assist)
  const unseen = ticket.state === 'submitted' || ticket.state === 'dispatched'
  return (
    <>
      {alarms.map(({ why, at }) => (
        <Banner
          key={at}
          id="alarm"
          meaning="late"
          icon="late"
          title={`请马上关注 · ${instantText(at, now)}`}
          text={`${why}。客服部经理和品质管理部已收到通知`}
        />
      ))}
      {severityProposal?.judged === null && (
        <Banner
          id="severity-proposal"
          meaning="late"
          icon="flag"
          title={`可能是${severityLabels[severityProposal.severity]}投诉，等客服部经理判定`}
          text={proposalText(severityProposal)}
        />
      )}
      {waiting && (
        <Banner
          id="draft-waiting"
          meaning="dueSoon"
          icon="clock"
          title={`${draftKindLabels[waiting.kind]}等${waiting.approverName}审批`}
          text={waiting.text}
        />
      )}
      {refused?.status === 'refused' && (
        <Banner
          id="draft-refused"
          meaning="late"
          icon="refresh"
          title={`${draftKindLabels[refused.kind]}退回，请修改后再送审`}
          text={refused.remark}
        />
      )}
      {owesHeadOffice && (
        <Banner
          id="report-back"
          meaning="dueSoon"
          icon="flag"
          title="请向总部回报"
          text="总部先收到的事，验证后要把结果报回去"
        />
      )}
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
      {newsLines(news).map(({ id, title, at, ...line }) => (
        <Banner
          key={id}
          id={`news-${id}`}
          {...line}
          title={at === null ? title : `${title} · ${instantText(at, now)}`}
        />
      ))}
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
          title={holdText(hold, now)}
          text={`${instantText(hold.since, now)} 开始，到时间自动恢复`}
        />
      )}
    </>
  )
}
