import { ServiceUnavailable } from '../unavailable'
import type { WeChatClient } from './client'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/**
 * `getuserphonenumber`: the number behind the code of a tap on 获取手机号, without the country's code where that is China's. null: the code is
 * unknown, used or older than five minutes.
 * @throws ServiceUnavailable when it can't be had: WeChat is busy, or the paid calls are used up (1400001), and it must be typed
 */
export async function phoneNumberOf(client: WeChatClient, code: string): Promise<string | null> {
  const { errcode, phone_info: info } = await client.post('/wxa/business/getuserphonenumber', { code })
  if (errcode === 40029) return null
  if (errcode !== 0) throw new ServiceUnavailable(`WeChat gives no phone number (${String(errcode)})`)
  if (!isRecord(info) || typeof info.purePhoneNumber !== 'string' || info.purePhoneNumber === '')
    throw new ServiceUnavailable('WeChat answered the phone number with something else')
  return String(info.countryCode) === '86'
    ? info.purePhoneNumber
    : `+${String(info.countryCode)}${info.purePhoneNumber}`
}
