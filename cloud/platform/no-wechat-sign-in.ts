import type { WeChatPhone, WeChatSignIn } from './ports'

/** Where no app id is set, nobody can have a code of `wx.login`. */
export const noWeChatSignIn: WeChatSignIn = { openidOf: async () => null }

/** Nor the code of a tap on 获取手机号. */
export const noWeChatPhone: WeChatPhone = { phoneOf: async () => null }
