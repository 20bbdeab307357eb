import { type CallMethod, type CallbackOutcome, callbackOutcomeLabels } from '../vocabulary'

/** What a telephone's words would say wrongly of a visit or a message. */
const otherwise: Readonly<Record<CallMethod, Partial<Record<CallbackOutcome, string>>>> = {
  phone: {},
  visit: { noAnswer: '家里没有人', wrongNumber: '不住在这里', later: '约了再来' },
  online: { noAnswer: '没有回复', wrongNumber: '不是本人', later: '约了再联系' },
}

/** How it ended, in the words of the way in which somebody was asked (D-CB-6, D-CB-12). */
export const callOutcomeWord = (method: CallMethod, outcome: CallbackOutcome): string =>
  otherwise[method][outcome] ?? callbackOutcomeLabels[outcome]
