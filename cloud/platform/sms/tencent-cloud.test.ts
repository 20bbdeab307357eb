import { createHash, createHmac } from 'node:crypto'
import { type IncomingMessage, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ServiceUnavailable } from '../unavailable'
import { smsPhoneCodes } from './phone-codes'
import { type SmsSettings, authorizationOf, sendSms } from './tencent-cloud'

const secretId = 'AKIDexampleexampleexample'
const secretKey = 'a-secret-key-of-the-tests'
const now = () => Date.UTC(2026, 10, 27, 16, 30)

interface Asked {
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** `SendSms` as it is documented: the signature is computed anew from what has arrived. */
async function smsServer(answer: (asked: Asked) => unknown) {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const one = { headers: request.headers, body: Buffer.concat(chunks).toString() }
      asked.push(one)
      const { headers, body } = one
      const hash = (text: string) => createHash('sha256').update(text).digest('hex')
      const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
      const day = new Date(Number(headers['x-tc-timestamp']) * 1_000).toISOString().slice(0, 10)
      const canonical = `POST\n/\n\ncontent-type:${headers['content-type']}\nhost:${headers.host}\n\ncontent-type;host\n${hash(body)}`
      const text = `TC3-HMAC-SHA256\n${headers['x-tc-timestamp']}\n${day}/sms/tc3_request\n${hash(canonical)}`
      const signature = createHmac('sha256', mac(mac(mac(`TC3${secretKey}`, day), 'sms'), 'tc3_request'))
        .update(text)
        .digest('hex')
      const good = headers.authorization?.endsWith(`Signature=${signature}`) === true
      const said = good ? answer(one) : { Response: { Error: { Code: 'AuthFailure.SignatureFailure' } } }
      if (said === undefined) return
      response.end(typeof said === 'string' ? said : JSON.stringify(said))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const settings: SmsSettings = {
    secretId,
    secretKey,
    appId: '1400000000',
    signName: '和美物业',
    region: 'ap-guangzhou',
    baseUrl: `http://127.0.0.1:${port}`,
    timeoutMs: 5_000,
    now,
  }
  const close = async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
  return { settings, asked, close }
}

const status = (Code: string) => ({
  Response: { SendStatusSet: [{ Code, Message: '', PhoneNumber: '+8613800000001' }], RequestId: 'r' },
})
const sms = { phone: '13800000001', templateId: '1234567', params: ['123456', '5'] }

test('a message is signed as the cloud documents it, over what is sent', async () => {
  const { settings, asked, close } = await smsServer(() => status('Ok'))
  expect(await sendSms(settings, sms)).toEqual({ outcome: 'sent' })
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
    PhoneNumberSet: ['+8613800000001'],
    SmsSdkAppId: '1400000000',
    SignName: '和美物业',
    TemplateId: '1234567',
    TemplateParamSet: ['123456', '5'],
  })
  expect(asked[0]?.headers).toMatchObject({
    'x-tc-action': 'SendSms',
    'x-tc-version': '2021-01-11',
    'x-tc-region': 'ap-guangzhou',
  })
  await sendSms(settings, { ...sms, phone: '+85291234567' })
  expect(JSON.parse(asked[1]?.body ?? '')).toMatchObject({ PhoneNumberSet: ['+85291234567'] })
  await close()
})

test('with another key it is refused, and never holds the key', async () => {
  const { settings, close } = await smsServer(() => status('Ok'))
  expect(await sendSms({ ...settings, secretKey: 'another' }, sms)).toEqual({
    outcome: 'never',
    why: 'AuthFailure.SignatureFailure',
  })
  expect(authorizationOf({ secretId, secretKey, host: 'h', service: 'sms', body: '', timestamp: 1 })).not.toContain(
    secretKey,
  )
  await close()
})

test.each([
  ['LimitExceeded.PhoneNumberDailyLimit', 'later'],
  ['LimitExceeded.DeliveryFrequencyLimit', 'later'],
  ['InternalError.OtherError', 'later'],
  ['FailedOperation.PhoneNumberInBlacklist', 'never'],
  ['UnauthorizedOperation.SmsSdkAppIdVerifyFail', 'never'],
  ['InvalidParameterValue.IncorrectPhoneNumber', 'never'],
])('%s: %s', async (code, outcome) => {
  const { settings, close } = await smsServer(() => status(code))
  expect(await sendSms(settings, sms)).toEqual({ outcome, why: code })
  await close()
})

test.each([
  ['silence', undefined],
  ['a page of something in between', '<html>'],
  ['an answer without a response', {}],
])('%s is unavailable, and the error holds neither key nor number', async (what, said) => {
  const { settings, close } = await smsServer(() => said)
  const error: unknown = await sendSms({ ...settings, timeoutMs: what === 'silence' ? 300 : 5_000 }, sms).catch(
    (caught: unknown) => caught,
  )
  expect(error).toBeInstanceOf(ServiceUnavailable)
  expect(JSON.stringify([error, String(error), (error as Error).stack, (error as Error).cause])).not.toMatch(
    /13800000001|secret-key/,
  )
  await close()
})

test('a code that is refused is unavailable, and the log says why without the number', async () => {
  const { settings, close } = await smsServer(() => status('FailedOperation.TemplateIncorrectOrUnapproved'))
  const lines: string[] = []
  await expect(
    smsPhoneCodes(settings, '1234567', line => lines.push(line)).send('13800000001', '123456'),
  ).rejects.toThrow(ServiceUnavailable)
  expect(lines).toEqual(['sign-in code refused by the SMS service with FailedOperation.TemplateIncorrectOrUnapproved'])
  await close()
})
