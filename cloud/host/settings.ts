import { resolve } from 'node:path'
import * as z from 'zod/mini'
import type { Templates } from '../actions/notify/subscription-channel'
import type { WeChatSettings } from '../platform/wechat'
import type { PushSecrets } from '../platform/wechat/push'
import { readTemplates } from '../platform/wechat/templates'
import {
  databaseUrl,
  readSettings,
  setUpCode,
  type SmsInUse,
  smsFields,
  smsInUse,
  smsTogether,
  weChatAppId,
  weChatPair,
  weChatPushKey,
  weChatPushPair,
  weChatPushToken,
  weChatState,
  weChatTemplates,
} from '../platform/settings'

const portSentence = 'PORT must be a whole number from 0 to 65535'
const flag = (name: string) => z.optional(z.enum(['0', '1'], { error: `${name} must be 0 or 1` }))

const schema = z
  .object({
    PORT: z.optional(
      z
        .string()
        .check(z.refine<string>(text => /^\d{1,5}$/.test(text) && Number(text) <= 65535, { error: portSentence })),
    ),
    HOST: z.optional(z.string()),
    DATA_DIR: z.optional(z.string()),
    DATABASE_URL: z.optional(databaseUrl()),
    DEMO: flag('DEMO'),
    DEMO_TICKETS: z.optional(
      z.string().check(z.regex(/^\d{1,4}$/, { error: 'DEMO_TICKETS must be a number up to 9999' })),
    ),
    WECHAT_APP_ID: z.optional(weChatAppId()),
    WECHAT_APP_SECRET: z.optional(z.string()),
    WECHAT_TEMPLATES: weChatTemplates(),
    WECHAT_STATE: weChatState(),
    WECHAT_PUSH_TOKEN: weChatPushToken(),
    WECHAT_PUSH_KEY: weChatPushKey(),
    ...smsFields,
    SETUP_CODE: setUpCode(),
    TRUST_WX_GATEWAY: flag('TRUST_WX_GATEWAY'),
    TRUST_PROXY: flag('TRUST_PROXY'),
  })
  .check(weChatPair, weChatPushPair, smsTogether)

export interface HostSettings {
  readonly port: number
  /** Address to listen on. */
  readonly host: string
  /** Absolute; PGlite's database and the media lie in it. */
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  /** No WeChat app id, and `DEMO` not 0 (docs/architecture.md, Stable interfaces). */
  readonly demo: boolean
  /** Past tickets that an empty demo is filled with. */
  readonly demoTickets: number
  readonly weChat: WeChatSettings | null
  readonly templates: Templates
  /** null: no SMS is sent. */
  readonly sms: SmsInUse | null
  /** Secrets of the message push; null: it is not set up. */
  readonly push: PushSecrets | null
  /** By which the first administrator is made; undefined: the start makes one up and prints it (D-OR-1). */
  readonly setUpCode: string | undefined
  /** The gateway of WeChat Cloud Run is the only way in, so its `X-WX-OPENID` is proven (P-CLD-4). */
  readonly trustGateway: boolean
  /** A proxy of one's own stands in front and says who calls in `X-Forwarded-For`. */
  readonly trustProxy: boolean
}

/** @throws SettingError naming the variable that is wrong */
export function readHostSettings(env: Readonly<Record<string, string | undefined>>): HostSettings {
  const settings = readSettings(schema, env)
  const { WECHAT_APP_ID: appId, WECHAT_APP_SECRET: secret } = settings
  const { WECHAT_PUSH_TOKEN: token, WECHAT_PUSH_KEY: key } = settings
  const weChat = appId && secret ? { appId, secret, state: settings.WECHAT_STATE } : null
  return {
    port: Number(settings.PORT ?? 3000),
    host: settings.HOST ?? '0.0.0.0',
    dataDir: resolve(settings.DATA_DIR ?? '.data'),
    databaseUrl: settings.DATABASE_URL,
    demo: weChat === null && settings.DEMO !== '0',
    demoTickets: Number(settings.DEMO_TICKETS ?? 200),
    weChat,
    templates: settings.WECHAT_TEMPLATES === undefined ? {} : readTemplates(settings.WECHAT_TEMPLATES),
    sms: smsInUse(settings),
    push: appId && token && key ? { appId, token, key } : null,
    setUpCode: settings.SETUP_CODE,
    trustGateway: settings.TRUST_WX_GATEWAY === '1',
    trustProxy: settings.TRUST_PROXY === '1',
  }
}
