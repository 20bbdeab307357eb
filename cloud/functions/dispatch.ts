import { contract } from '../../types/contract'
import { accountHandlers } from '../actions/account'
import { callbackHandlers } from '../actions/callback'
import { campaignHandlers } from '../actions/campaign'
import { centerHandlers } from '../actions/center'
import { incidentHandlers } from '../actions/incident'
import { mediaHandlers } from '../actions/media'
import { noticeHandlers } from '../actions/notice'
import { organisationHandlers } from '../actions/organisation'
import { policyHandlers } from '../actions/policy'
import type { Runtime } from '../actions/runtime'
import { reportHandlers } from '../actions/report'
import { specialHandlers } from '../actions/special'
import { staffHandlers } from '../actions/staff'
import { surveyHandlers } from '../actions/survey'
import { ticketHandlers } from '../actions/ticket'
import { answerCall } from './answer-call'
import type { Dispatched } from './failure'
import type { ServedFunctions } from './find-action'
import type { Identity } from './identify'

const functions: ServedFunctions = {
  account: { contract: contract.account, handlers: accountHandlers },
  ticket: { contract: contract.ticket, handlers: ticketHandlers },
  incident: { contract: contract.incident, handlers: incidentHandlers },
  survey: { contract: contract.survey, handlers: surveyHandlers },
  callback: { contract: contract.callback, handlers: callbackHandlers },
  notice: { contract: contract.notice, handlers: noticeHandlers },
  media: { contract: contract.media, handlers: mediaHandlers },
  policy: { contract: contract.policy, handlers: policyHandlers },
  staff: { contract: contract.staff, handlers: staffHandlers },
  center: { contract: contract.center, handlers: centerHandlers },
  report: { contract: contract.report, handlers: reportHandlers },
  campaign: { contract: contract.campaign, handlers: campaignHandlers },
  special: { contract: contract.special, handlers: specialHandlers },
  organisation: { contract: contract.organisation, handlers: organisationHandlers },
}

/** A call to any function of the contract. Never rejects. */
export const dispatch = (
  runtime: Runtime,
  functionName: string,
  body: unknown,
  identity: Identity,
  from?: string,
): Promise<Dispatched> => answerCall(functions, runtime, functionName, body, identity, from)
