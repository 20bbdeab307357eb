import { randomInt } from 'node:crypto'
import { inTransaction } from '../../store/engine/transaction'
import { setLoginCode, takeLoginCode } from '../../store/people/session'
import { countTry } from '../../store/system/query-tries'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { keepProven } from './own-phone'
import { bare, codeHash, codeLifeMs, mostCodeTries } from './phone-code'

const hour = 60 * 60_000
/** Codes cost money and wake whoever has the number. */
const perPerson = { most: 5, within: hour }
const perNumber = { most: 3, within: hour }

/** Keeps the number behind a tap on 获取手机号. @throws CallError unauthenticated for a code that serves no more; Unavailable: it must be typed */
export const provePhone: Handler<'account', 'provePhone'> = async ({ code }, { runtime, caller }) => {
  const phone = await runtime.weChatPhone.phoneOf(code)
  if (phone === null) throw CallError.field('invalidRequest', 'code', '手机号授权已过期，请再点一次')
  return inTransaction(runtime.db, trx => keepProven(trx, caller.actor.id, phone, runtime.clock.now()))
}

/** Sends a code to a number, whoever has it. @throws CallError rateLimited */
export const requestOwnPhoneCode: Handler<'account', 'requestOwnPhoneCode'> = async (input, { runtime, caller }) => {
  const { db, wallClock, phoneCodes } = runtime
  const phone = bare(input.phone)
  const now = wallClock.now()
  const admitted =
    (await countTry(db, `ownPhoneBy:${caller.actor.id}`, perPerson, now)) &&
    (await countTry(db, `ownPhone:${phone}`, perNumber, now))
  if (!admitted) throw new CallError('rateLimited', '验证码发得太频繁了，请过一会儿再试')
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const expiresAt = now + codeLifeMs
  await setLoginCode(db, phone, codeHash(phone, code), expiresAt)
  await phoneCodes.send(phone, code)
  return { expiresAt }
}

/** As `provePhone`, by the code that was sent. */
export const provePhoneByCode: Handler<'account', 'provePhoneByCode'> = async (input, { runtime, caller }) => {
  const phone = bare(input.phone)
  const now = runtime.wallClock.now()
  if (!(await takeLoginCode(runtime.db, phone, codeHash(phone, input.code), now, mostCodeTries)))
    throw CallError.field('invalidRequest', 'code', '验证码不对或已过期，请重新获取')
  return inTransaction(runtime.db, trx => keepProven(trx, caller.actor.id, phone, runtime.clock.now()))
}
