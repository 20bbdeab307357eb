import * as z from 'zod/mini'

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
