import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { cutText } from '../../types/words/text'

/** ms of the machine's time in which attempts are counted together. */
const timeWindow = 10 * 60_000
/** Attempts in a window: a family behind one address signs in now and then; one number needs a few codes at most. */
const perAddress = 120
const perPhone = 10
/** Actions by which somebody could try out codes or make the company send messages. */
const guarded: readonly unknown[] = ['signIn', 'requestPhoneCode', 'phoneSignIn']

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

const phoneOf = (request: FastifyRequest): string | null => {
  const phone = field(field(request.body, 'data'), 'phone')
  return typeof phone === 'string' ? cutText(phone.replace(/[ -]/g, ''), 30) : null
}

/** Whether a call may be carried out; it is noted if it is an attempt to sign in. */
export type Admits = (request: FastifyRequest, functionName: string) => Promise<boolean>

/**
 * Counts sign-in attempts in this process's memory, by address (IPv6: by network) and by phone number. Each count knows
 * the 5,000 keys seen last.
 */
export async function signInLimits(app: FastifyInstance): Promise<Admits> {
  await app.register(rateLimit, { global: false })
  const byAddress = app.createRateLimit({ max: perAddress, timeWindow })
  const byPhone = app.createRateLimit({
    max: perPhone,
    timeWindow,
    keyGenerator: request => `${String(field(request.body, 'action'))} ${phoneOf(request)}`,
  })
  return async (request, functionName) => {
    if (functionName !== 'account' || !guarded.includes(field(request.body, 'action'))) return true
    const counts = [await byAddress(request), ...(phoneOf(request) === null ? [] : [await byPhone(request)])]
    return counts.every(count => count.isAllowed || !count.isExceeded)
  }
}
