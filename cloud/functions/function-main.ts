import type { FunctionName } from '../../types/contract'
import type { Answer } from '../../types/errors'
import { CallError } from '../actions/call-error'
import type { Runtime } from '../actions/runtime'
import { Unavailable } from '../store/engine/errors'
import { answerCall } from './answer-call'
import { networkOf } from './caller-address'
import { cloudSdk } from './cloud-sdk'
import { type OutsideFactory, runtimeOnce } from './environment'
import { type Dispatched, failureOf } from './failure'
import type { ServedFunction } from './find-action'
import { bearerIdentity } from './identify'
import { readEvent, readText } from './platform-event'

/** What HTTP access of the platform wants back. */
export interface HttpReply {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type Main = (event: unknown, context?: unknown) => Promise<Answer<unknown> | HttpReply>

const replyOf = ({ status, answer }: Dispatched): HttpReply => ({
  statusCode: status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(answer),
})

/** The platform waits for open connections of the pool otherwise, until the function's time is up. */
export function answerWithoutWaiting(context: unknown): void {
  if (typeof context === 'object' && context !== null) Object.assign(context, { callbackWaitsForEmptyEventLoop: false })
}

async function identityOfClient(): Promise<{ readonly openid: string } | null> {
  const { OPENID } = (await cloudSdk()).getWXContext()
  return OPENID ? { openid: OPENID } : null
}

/** `exports.main` of a function of the contract: called by `wx.cloud.callFunction` or over HTTP access. */
export function functionMain<F extends FunctionName>(
  name: F,
  served: ServedFunction<F>,
  outside?: OutsideFactory,
): Main {
  const runtimeOf = runtimeOnce(outside)
  const own = { [name]: served }

  const answer = async (act: (runtime: Runtime) => Promise<Dispatched>): Promise<Dispatched> => {
    try {
      return await act(await runtimeOf())
    } catch (error) {
      // A wrong setting is for whoever deploys it: the platform shows the sentence in the function's log.
      if (!(error instanceof Unavailable)) throw error
      return failureOf(error, Date.now(), name, line => console.error(line))
    }
  }

  return async (event, context) => {
    answerWithoutWaiting(context)
    const read = readEvent(event)
    if (read.from === 'http') {
      const text = readText(read.method === 'POST' ? read.text : '')
      return replyOf(
        await answer(async runtime =>
          text.ok
            ? answerCall(own, runtime, name, text.body, bearerIdentity(read.authorization), networkOf(read.address))
            : failureOf(new CallError(text.code), runtime.clock.now(), name, runtime.log),
        ),
      )
    }
    const body = read.from === 'client' ? read.body : {}
    const { answer: answered } = await answer(async runtime => {
      const identity = await identityOfClient()
      return answerCall(own, runtime, name, body, identity, identity?.openid)
    })
    return answered
  }
}
