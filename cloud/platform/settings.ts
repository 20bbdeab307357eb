import * as z from 'zod/mini'
import type { SmsSettings } from './sms/tencent-cloud'
import { readTemplates } from './wechat/templates'

/** A setting is missing or wrong. The message is one sentence that names it, for whoever starts the program. */
export class SettingError extends Error {
  override readonly name = 'SettingError'
}

/**
 * Checks the environment against a schema whose every error message names its variable; an empty variable counts as
 * unset.
 * @throws SettingError with the first message
 */
export function readSettings<Schema extends z.ZodMiniType>(
  schema: Schema,
  env: Readonly<Record<string, string | undefined>>,
): z.output<Schema> {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const result = z.safeParse(schema, set)
  if (result.success) return result.data
  throw new SettingError(result.error.issues[0]?.message ?? 'a setting is wrong')
}

const databaseSentence = 'DATABASE_URL must be the address of a PostgreSQL database, postgres://USER:PASSWORD@HOST/NAME'
export const databaseUrl = () =>
  z.string({ error: databaseSentence }).check(z.regex(/^postgres(ql)?:\/\/./, { error: databaseSentence }))

const appIdSentence = 'WECHAT_APP_ID must be the app id of the mini-program, wx followed by 16 digits or letters a–f'
export const weChatAppId = () => z.string().check(z.regex(/^wx[0-9a-f]{16}$/, { error: appIdSentence }))

/** The two are of use together only. */
export const weChatPair = z.refine<{ WECHAT_APP_ID?: string | undefined; WECHAT_APP_SECRET?: string | undefined }>(
  settings => (settings.WECHAT_APP_ID === undefined) === (settings.WECHAT_APP_SECRET === undefined),
  { error: 'WECHAT_APP_ID and WECHAT_APP_SECRET must be set together' },
)

const setUpSentence = 'SETUP_CODE must have 12 to 100 characters, so that nobody guesses it'
/** D-OR-1: by which the first administrator is made. */
export const setUpCode = () =>
  z.optional(z.string().check(z.minLength(12, { error: setUpSentence }), z.maxLength(100, { error: setUpSentence })))

const templatesChecked = (text: string): string | null => {
  try {
    readTemplates(text)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : 'WECHAT_TEMPLATES is wrong'
  }
}
/** The company's message templates, as JSON (P-SUB-2). */
export const weChatTemplates = () =>
  z.optional(
    z.string().check(
      z.check<string>(({ value, issues }) => {
        const message = templatesChecked(value)
        if (message !== null) issues.push({ code: 'custom', message, input: value })
      }),
    ),
  )

export const weChatState = () =>
  z.optional(
    z.enum(['formal', 'trial', 'developer'], {
      error: 'WECHAT_STATE must be formal, trial or developer: which version of the mini-program messages lead to',
    }),
  )

const pushSentence =
  'WECHAT_PUSH_TOKEN (3 to 32 letters or digits) and WECHAT_PUSH_KEY (43) must be those of the message push in the platform'
export const weChatPushToken = () =>
  z.optional(z.string().check(z.regex(/^[0-9A-Za-z]{3,32}$/, { error: pushSentence })))
export const weChatPushKey = () => z.optional(z.string().check(z.regex(/^[0-9A-Za-z]{43}$/, { error: pushSentence })))

/** Neither is of use without the other, nor without an app id. */
export const weChatPushPair = z.refine<{
  WECHAT_PUSH_TOKEN?: string | undefined
  WECHAT_PUSH_KEY?: string | undefined
  WECHAT_APP_ID?: string | undefined
}>(
  ({ WECHAT_PUSH_TOKEN: token, WECHAT_PUSH_KEY: key, WECHAT_APP_ID: appId }) =>
    (token === undefined) === (key === undefined) && (token === undefined || appId !== undefined),
  { error: 'WECHAT_PUSH_TOKEN and WECHAT_PUSH_KEY must be set together, and with WECHAT_APP_ID' },
)

const smsSentence =
  'SMS_SECRET_ID, SMS_SECRET_KEY, SMS_APP_ID, SMS_SIGN and SMS_CODE_TEMPLATE must be set together, as the SMS console shows them'

/** Settings of Tencent Cloud SMS; `SMS_EMERGENCY_TEMPLATE` and `SMS_REGION` may be left out. */
export const smsFields = {
  SMS_SECRET_ID: z.optional(z.string().check(z.regex(/^[0-9A-Za-z]{10,80}$/, { error: smsSentence }))),
  SMS_SECRET_KEY: z.optional(z.string().check(z.regex(/^[0-9A-Za-z]{10,80}$/, { error: smsSentence }))),
  SMS_APP_ID: z.optional(z.string().check(z.regex(/^\d{10}$/, { error: smsSentence }))),
  SMS_SIGN: z.optional(z.string()),
  SMS_REGION: z.optional(z.string()),
  SMS_CODE_TEMPLATE: z.optional(z.string().check(z.regex(/^\d{1,20}$/, { error: smsSentence }))),
  SMS_EMERGENCY_TEMPLATE: z.optional(z.string().check(z.regex(/^\d{1,20}$/, { error: smsSentence }))),
}

type SmsFields = { readonly [K in keyof typeof smsFields]?: string | undefined }

/** All of them or none. */
export const smsTogether = z.refine<SmsFields>(
  settings => {
    const all = [
      settings.SMS_SECRET_ID,
      settings.SMS_SECRET_KEY,
      settings.SMS_APP_ID,
      settings.SMS_SIGN,
      settings.SMS_CODE_TEMPLATE,
    ]
    const none = [...all, settings.SMS_EMERGENCY_TEMPLATE, settings.SMS_REGION].every(one => one === undefined)
    return none || all.every(one => one !== undefined)
  },
  { error: smsSentence },
)

/** What of SMS is set up. */
export interface SmsInUse {
  readonly account: Omit<SmsSettings, 'now'>
  readonly codeTemplate: string
  readonly emergencyTemplate: string | null
}

/** null: no SMS is sent. Checked by `smsTogether` before. */
export function smsInUse(settings: SmsFields): SmsInUse | null {
  const { SMS_SECRET_ID: secretId, SMS_SECRET_KEY: secretKey, SMS_APP_ID: appId } = settings
  const { SMS_SIGN: signName, SMS_REGION: region = 'ap-guangzhou', SMS_CODE_TEMPLATE: codeTemplate } = settings
  if (!secretId || !secretKey || !appId || !signName || !codeTemplate) return null
  return {
    account: { secretId, secretKey, appId, signName, region },
    codeTemplate,
    emergencyTemplate: settings.SMS_EMERGENCY_TEMPLATE ?? null,
  }
}
