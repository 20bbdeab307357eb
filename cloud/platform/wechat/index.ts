import type { WeChatPhone, WeChatSignIn } from '../ports'
import { weChatClient } from './client'
import { phoneNumberOf } from './phone-number'
import { weChatSignIn } from './sign-in'
import {
  type MiniProgramState,
  type SubscribeMessage,
  type SubscribeOutcome,
  sendSubscribeMessage,
} from './subscribe-message'

export interface WeChatSettings {
  readonly appId: string
  readonly secret: string
  /** Which version of the mini-program messages lead to; `formal` unless told. */
  readonly state?: MiniProgramState | undefined
  /** Tests put a server of their own here. */
  readonly baseUrl?: string
  /** ms that one request may take; 5 s unless told. */
  readonly timeoutMs?: number
}

/** What the adapters need of the process they run in. */
export interface WeChatSurroundings {
  /** Epoch ms. */
  readonly now: () => number
  /** Of all processes one at a time; see `accessToken`. */
  readonly mayForce: () => Promise<boolean>
  readonly log: (line: string) => void
}

/** Everything of WeChat that the product uses through the platform's HTTP interface. */
export interface WeChat {
  readonly signIn: WeChatSignIn
  readonly phone: WeChatPhone
  /** Subscription messages. @throws ServiceUnavailable */
  readonly send: (message: SubscribeMessage) => Promise<SubscribeOutcome>
}

export function weChat(settings: WeChatSettings, surroundings: WeChatSurroundings): WeChat {
  const { appId, secret, baseUrl, timeoutMs } = settings
  const client = weChatClient({
    appId,
    secret,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...surroundings,
  })
  return {
    signIn: weChatSignIn(settings),
    phone: { phoneOf: code => phoneNumberOf(client, code) },
    send: message => sendSubscribeMessage(client, message, settings.state ?? 'formal'),
  }
}
