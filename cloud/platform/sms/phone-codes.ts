import type { PhoneCodeSender } from '../ports'
import { ServiceUnavailable } from '../unavailable'
import { type SmsSettings, sendSms } from './tencent-cloud'

/** Sign-in codes by SMS; the template's first place is the code, its second the minutes for which it serves. */
export const smsPhoneCodes = (
  settings: SmsSettings,
  templateId: string,
  log: (line: string) => void,
): PhoneCodeSender => ({
  async send(phone, code) {
    const result = await sendSms(settings, { phone, templateId, params: [code, '5'] })
    if (result.outcome === 'sent') return
    log(`sign-in code refused by the SMS service with ${result.why}`)
    throw new ServiceUnavailable('the SMS service refused a code')
  },
})
