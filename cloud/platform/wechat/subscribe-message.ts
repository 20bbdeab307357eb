import type { WeChatClient } from './client'

export interface SubscribeMessage {
  readonly openid: string
  readonly templateId: string
  /** Where a tap leads; a page of the mini-program with its query. */
  readonly page: string
  readonly data: Readonly<Record<string, { readonly value: string }>>
}

/**
 * What became of a message. `noCredit`: the receiver has not accepted another one; `later`: it may be tried again; `never`: it can't be
 * delivered as it is, and `why` is for whoever mends the settings.
 */
export type SubscribeOutcome =
  | { readonly outcome: 'sent' | 'noCredit' | 'later' }
  | { readonly outcome: 'never'; readonly why: string }

/** What stands behind the codes of the platform (P-SUB-4). */
const noCredit: readonly unknown[] = [43101, 43107]
const later: readonly unknown[] = [43108, 45009, 44991, 45011]
const reasons: Readonly<Record<string, string>> = {
  40003: 'the openid is none of this mini-program',
  40037: 'the template id is none of this mini-program',
  41030: 'the page is not in the published mini-program',
  45168: 'a word in it is not allowed by the platform',
  47003: 'a field does not fit the template',
}

export type MiniProgramState = 'formal' | 'trial' | 'developer'

/**
 * `subscribeMessage.send`, one at a time for one receiver (43108).
 * @throws ServiceUnavailable when WeChat does not answer
 */
export async function sendSubscribeMessage(
  client: WeChatClient,
  { openid, templateId, page, data }: SubscribeMessage,
  state: MiniProgramState,
): Promise<SubscribeOutcome> {
  const { errcode } = await client.post('/cgi-bin/message/subscribe/send', {
    touser: openid,
    template_id: templateId,
    page,
    miniprogram_state: state,
    lang: 'zh_CN',
    data,
  })
  if (errcode === 0) return { outcome: 'sent' }
  if (noCredit.includes(errcode)) return { outcome: 'noCredit' }
  if (later.includes(errcode)) return { outcome: 'later' }
  return { outcome: 'never', why: `${String(errcode)}: ${reasons[String(errcode)] ?? 'refused'}` }
}
