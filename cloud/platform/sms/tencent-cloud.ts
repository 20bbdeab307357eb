import { createHash, createHmac } from 'node:crypto'
import axios from 'axios'
import { ServiceUnavailable } from '../unavailable'

export interface SmsSettings {
  readonly secretId: string
  readonly secretKey: string
  /** SmsSdkAppId of the application in the console. */
  readonly appId: string
  /** Approved signature, without its brackets. */
  readonly signName: string
  readonly region: string
  /** Tests put a server of their own here. */
  readonly baseUrl?: string
  readonly timeoutMs?: number
  /** Epoch ms. */
  readonly now: () => number
}

export interface Sms {
  /** A number of the mainland, or one with its country's code behind a plus. */
  readonly phone: string
  readonly templateId: string
  /** In the order of the template's places. */
  readonly params: readonly string[]
}

/** `later`: the number has had too many, or the account; `never`: it can't be delivered to, and `why` is for whoever mends the settings. */
export type SmsOutcome = { readonly outcome: 'sent' } | { readonly outcome: 'later' | 'never'; readonly why: string }

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

interface Signed {
  readonly secretId: string
  readonly secretKey: string
  readonly host: string
  readonly service: string
  readonly body: string
  /** Epoch seconds. */
  readonly timestamp: number
}

/** TC3-HMAC-SHA256 as the cloud documents it: over content type and host; the day is of UTC. */
export function authorizationOf({ secretId, secretKey, host, service, body, timestamp }: Signed): string {
  const day = new Date(timestamp * 1_000).toISOString().replace(/T.*$/, '')
  const scope = `${day}/${service}/tc3_request`
  const signedHeaders = 'content-type;host'
  const headers = `content-type:application/json; charset=utf-8\nhost:${host}\n`
  const request = ['POST', '/', '', headers, signedHeaders, sha256(body)].join('\n')
  const toSign = ['TC3-HMAC-SHA256', String(timestamp), scope, sha256(request)].join('\n')
  const key = hmac(hmac(hmac(`TC3${secretKey}`, day), service), 'tc3_request')
  const signature = createHmac('sha256', key).update(toSign).digest('hex')
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Codes that pass by themselves: limits by number, by hour and by day, and the service's own faults. */
const passing =
  /^(LimitExceeded|RequestLimitExceeded|InternalError|FailedOperation\.(InsufficientBalance|ServiceSuspend))/

/** SendSms takes numbers in E.164; those without a country's code are of the mainland. */
const e164 = (phone: string): string => (phone.startsWith('+') ? phone : `+86${phone}`)

/**
 * One message by `SendSms` (2021-01-11) of Tencent Cloud.
 * @throws ServiceUnavailable when it does not answer; the error holds no key and no number
 */
export async function sendSms(settings: SmsSettings, { phone, templateId, params }: Sms): Promise<SmsOutcome> {
  const { secretId, secretKey, appId, signName, region, timeoutMs = 5_000, now } = settings
  const { baseUrl = 'https://sms.tencentcloudapi.com' } = settings
  const host = new URL(baseUrl).host
  const body = JSON.stringify({
    PhoneNumberSet: [e164(phone)],
    SmsSdkAppId: appId,
    SignName: signName,
    TemplateId: templateId,
    TemplateParamSet: params,
  })
  const timestamp = Math.floor(now() / 1_000)
  let answer: unknown
  try {
    const { data } = await axios.post<unknown>(`${baseUrl}/`, body, {
      headers: {
        authorization: authorizationOf({ secretId, secretKey, host, service: 'sms', body, timestamp }),
        'content-type': 'application/json; charset=utf-8',
        'x-tc-action': 'SendSms',
        'x-tc-version': '2021-01-11',
        'x-tc-timestamp': String(timestamp),
        'x-tc-region': region,
      },
      timeout: timeoutMs,
      adapter: 'fetch',
      proxy: false,
    })
    answer = data
  } catch {
    // Not passed on as the cause: it holds the number.
    throw new ServiceUnavailable('the SMS service did not answer')
  }
  const response = isRecord(answer) && isRecord(answer.Response) ? answer.Response : null
  if (!response) throw new ServiceUnavailable('the SMS service answered with something else')
  const status = Array.isArray(response.SendStatusSet) ? (response.SendStatusSet[0] as unknown) : null
  const failure = isRecord(response.Error) ? response.Error : isRecord(status) ? status : null
  const code = failure ? String(failure.Code) : 'no status'
  if (code === 'Ok') return { outcome: 'sent' }
  return { outcome: passing.test(code) ? 'later' : 'never', why: code }
}
