import type { Kysely } from 'kysely'
import { channelsOf } from '../actions/notify/channels'
import type { Templates } from '../actions/notify/subscription-channel'
import type { Runtime } from '../actions/runtime'
import { systemClock } from '../platform/clock'
import { noPhoneCodes } from '../platform/no-phone-codes'
import { noWeChatPhone, noWeChatSignIn } from '../platform/no-wechat-sign-in'
import type { SmsInUse } from '../platform/settings'
import { smsPhoneCodes } from '../platform/sms/phone-codes'
import { type WeChatSettings, weChat } from '../platform/wechat'
import type { Database } from '../store/schema'
import { takeTokenTurn } from '../store/system/token-turns'

export interface OutsideParts {
  readonly db: Kysely<Database>
  readonly weChat: WeChatSettings | null
  readonly templates: Templates
  readonly sms: SmsInUse | null
  readonly log: (line: string) => void
}

/** What of the runtime speaks to services outside. */
export type Outside = Pick<Runtime, 'weChat' | 'weChatPhone' | 'phoneCodes' | 'channels'>

/** For the functions that speak to WeChat and the SMS service themselves: sign-in, phone numbers, messages. */
export function outside({ db, weChat: settings, templates, sms, log }: OutsideParts): Outside {
  const mayForce = () => takeTokenTurn(db, systemClock.now())
  const used = settings ? weChat(settings, { now: systemClock.now, mayForce, log }) : null
  return {
    weChat: used?.signIn ?? noWeChatSignIn,
    weChatPhone: used?.phone ?? noWeChatPhone,
    phoneCodes: sms ? smsPhoneCodes({ ...sms.account, now: Date.now }, sms.codeTemplate, log) : noPhoneCodes,
    channels: channelsOf({ db, clock: systemClock, templates, weChat: used, sms, log }),
  }
}
