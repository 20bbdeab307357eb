import type { Kysely } from 'kysely'
import type { Clock, NoticeChannel } from '../../platform/ports'
import type { SmsInUse } from '../../platform/settings'
import { sendSms } from '../../platform/sms/tencent-cloud'
import type { WeChat } from '../../platform/wechat'
import type { Database } from '../../store/schema'
import { smsChannel } from './sms-channel'
import { type Templates, subscriptionChannel } from './subscription-channel'

export interface ChannelParts {
  readonly db: Kysely<Database>
  readonly clock: Clock
  readonly templates: Templates
  readonly weChat: Pick<WeChat, 'send'> | null
  readonly sms: SmsInUse | null
  readonly log: (line: string) => void
}

/** The channels beside the inbox that are set up, in the order in which they are tried (D-NT-1). */
export function channelsOf({ db, clock, templates, weChat, sms, log }: ChannelParts): readonly NoticeChannel[] {
  const channels: NoticeChannel[] = []
  if (sms && sms.emergencyTemplate !== null) {
    // The signature is checked against the machine's time, whatever the demo clock says.
    const send = (message: Parameters<typeof sendSms>[1]) => sendSms({ ...sms.account, now: Date.now }, message)
    channels.push(smsChannel({ db, templateId: sms.emergencyTemplate, send, log }))
  }
  if (weChat && Object.keys(templates).length > 0)
    channels.push(subscriptionChannel({ db, clock, templates, send: weChat.send, log }))
  return channels
}
