import type { Kysely } from 'kysely'
import type { NoticeChannel } from '../../platform/ports'
import type { Sms, SmsOutcome } from '../../platform/sms/tencent-cloud'
import { outsideFactsOf } from '../../store/notice/outside'
import type { Database } from '../../store/schema'

export interface SmsParts {
  readonly db: Kysely<Database>
  /** Its one place is the number of the ticket: nobody's words stand in a message that lies open on a phone (D-NT-2). */
  readonly templateId: string
  readonly send: (message: Sms) => Promise<SmsOutcome>
  readonly log: (line: string) => void
}

/** SMS to staff about an emergency (D-NT-1, D-SLA-4): beside whatever else reaches them, since ten minutes are all there is. */
export function smsChannel({ db, templateId, send, log }: SmsParts): NoticeChannel {
  return {
    name: 'sms',
    besides: true,
    async send({ centerId, id }) {
      const facts = await outsideFactsOf(db, { centerId, id })
      if (!facts || facts.phone === null || facts.number === null) return 'never'
      if (facts.toResident || facts.urgency !== 'emergency') return 'never'
      const result = await send({ phone: facts.phone, templateId, params: [facts.number] })
      if (result.outcome === 'never') log(`SMS about ${facts.number} refused with ${result.why}`)
      return result.outcome
    },
  }
}
