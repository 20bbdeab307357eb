import type { WeChatSignIn } from './ports'

/** Where no app id is set, nobody can have a code of `wx.login`. */
export const noWeChatSignIn: WeChatSignIn = { openidOf: async () => null }
