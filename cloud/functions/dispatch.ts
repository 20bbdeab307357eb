import { accountHandlers } from '../actions/account'
import { mediaHandlers } from '../actions/media'
import { noticeHandlers } from '../actions/notice'
import type { Runtime } from '../actions/runtime'
import { surveyHandlers } from '../actions/survey'
import { ticketHandlers } from '../actions/ticket'
import { answerCall } from './answer-call'
import type { Dispatched } from './failure'
import type { Identity } from './identify'

const handlers = {
  account: accountHandlers,
  ticket: ticketHandlers,
  survey: surveyHandlers,
  notice: noticeHandlers,
  media: mediaHandlers,
}

/** A call to any function of the contract. Never rejects. */
export const dispatch = (
  runtime: Runtime,
  functionName: string,
  body: unknown,
  identity: Identity,
): Promise<Dispatched> => answerCall(handlers, runtime, functionName, body, identity)
