import { createHash, randomInt } from 'node:crypto'
import { personIdByPhone } from '../../store/people/person'
import { setLoginCode, takeLoginCode } from '../../store/people/session'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { startSession } from './session'

/** ms for which a code serves. */
export const codeLifeMs = 5 * 60_000
export const mostCodeTries = 5

/** A number without blanks and strokes. */
export const bare = (phone: string): string => phone.replace(/[ -]/g, '')
/** As it is stored: nobody who reads the table can sign in with it. */
export const codeHash = (phone: string, code: string): string =>
  createHash('sha256').update(`${phone}:${code}`).digest('hex')

/** The answer is the same for a number nobody has: it must not tell who lives here. */
export const requestPhoneCode: Handler<'account', 'requestPhoneCode'> = async (input, { runtime }) => {
  const phone = bare(input.phone)
  const expiresAt = runtime.wallClock.now() + codeLifeMs
  if ((await personIdByPhone(runtime.db, phone)) !== null) {
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    await setLoginCode(runtime.db, phone, codeHash(phone, code), expiresAt)
    await runtime.phoneCodes.send(phone, code)
  }
  return { sent: true, expiresAt }
}

/** @throws CallError unauthenticated for a wrong, used or too old code */
export const phoneSignIn: Handler<'account', 'phoneSignIn'> = async (input, { runtime }) => {
  const phone = bare(input.phone)
  const now = runtime.wallClock.now()
  const good = await takeLoginCode(runtime.db, phone, codeHash(phone, input.code), now, mostCodeTries)
  const personId = good ? await personIdByPhone(runtime.db, phone) : null
  if (personId === null) throw CallError.field('unauthenticated', 'code', '验证码不对或已过期，请重新获取')
  return startSession(runtime, personId)
}
