import type { WeChatPhone, WeChatSignIn } from '../ports'
import { weChatClient } from './client'
import { phoneNumberOf } from './phone-number'
import { weChatSignIn } from './sign-in'

export interface WeChatSettings {
  readonly appId: string
  readonly secret: string
  /** Tests put a server of their own here. */
  readonly baseUrl?: string
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
}

export function weChat(settings: WeChatSettings, surroundings: WeChatSurroundings): WeChat {
  const client = weChatClient({ ...settings, ...surroundings })
  return {
    signIn: weChatSignIn(settings),
    phone: { phoneOf: code => phoneNumberOf(client, code) },
  }
}
