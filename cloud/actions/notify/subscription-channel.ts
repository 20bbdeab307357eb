import type { Kysely } from 'kysely'
import { asksToRate } from '../../domain/effects/notices'
import { templateData } from '../../domain/notice/template-data'
import type { TemplateKind } from '../../../types/message-templates'
import { templateKindOf } from '../../domain/notice/template-kinds'
import type { Clock, NoticeChannel } from '../../platform/ports'
import type { SubscribeMessage, SubscribeOutcome } from '../../platform/wechat/subscribe-message'
import type { Template } from '../../platform/wechat/templates'
import { dropCredits, returnCredit, takeCredit } from '../../store/notice/credits'
import { outsideFactsOf } from '../../store/notice/outside'
import type { Database } from '../../store/schema'

export type Templates = Readonly<Partial<Record<TemplateKind, Template>>>

export interface SubscriptionParts {
  readonly db: Kysely<Database>
  readonly clock: Clock
  readonly templates: Templates
  readonly send: (message: SubscribeMessage) => Promise<SubscribeOutcome>
  readonly log: (line: string) => void
}

const pageOf = (ticketId: string | null, toResident: boolean): string =>
  ticketId === null
    ? 'pages/notices/index'
    : `${toResident ? 'pages/ticket/index' : 'work/ticket/index'}?ticketId=${ticketId}`

/**
 * WeChat's subscription messages (D-NT-1, P-SUB-2): while the receiver has accepted one. The credit is taken before it is used, so that two
 * processes never send two for one; it is given back where nothing was sent.
 */
export function subscriptionChannel({ db, clock, templates, send, log }: SubscriptionParts): NoticeChannel {
  return {
    name: 'weChat',
    async send({ centerId, id, ticketId, title }) {
      const facts = await outsideFactsOf(db, { centerId, id })
      if (!facts || facts.openid === null) return 'never'
      const { openid, type, toResident } = facts
      const template = templates[templateKindOf({ type, title, toResident }, asksToRate)]
      if (!template || !(await takeCredit(db, openid, template.id, clock.now()))) return 'never'
      const message: SubscribeMessage = {
        openid,
        templateId: template.id,
        page: pageOf(ticketId, toResident),
        data: templateData(template.data, { ...facts, title }),
      }
      let result: SubscribeOutcome
      try {
        result = await send(message)
      } catch (error) {
        await returnCredit(db, openid, template.id, clock.now())
        throw error
      }
      switch (result.outcome) {
        case 'sent':
          return 'sent'
        case 'noCredit':
          // The platform counts, and knows better: turned off by the person, or used by another way.
          await dropCredits(db, openid, [template.id], clock.now())
          return 'never'
        case 'later':
          await returnCredit(db, openid, template.id, clock.now())
          return 'later'
        case 'never':
          await returnCredit(db, openid, template.id, clock.now())
          log(`subscription message by template ${template.id} refused with ${result.why}`)
          return 'never'
      }
    },
  }
}
