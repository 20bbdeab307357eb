import { emptyMemory } from '../store/place/center'
import * as z from 'zod/mini'
import type { Runtime } from '../actions/runtime'
import { tellsOutside } from '../actions/notify/tells-outside'
import { systemClock } from '../platform/clock'
import { cloudBaseMedia } from '../platform/cloudbase-media'
import { noPhoneCodes } from '../platform/no-phone-codes'
import { noWeChatPhone, noWeChatSignIn } from '../platform/no-wechat-sign-in'
import { readTemplates } from '../platform/wechat/templates'
import {
  databaseUrl,
  readSettings,
  setUpCode,
  smsFields,
  smsInUse,
  smsTogether,
  weChatAppId,
  weChatPair,
  weChatState,
  weChatTemplates,
} from '../platform/settings'
import { openDatabase } from '../store/engine/open-database'
import { migrate } from '../store/migrate'
import { cloudSdk } from './cloud-sdk'
import type { Outside, OutsideParts } from './outside'

const rootSentence = 'CLOUD_FILE_ROOT must be the storage of this environment, cloud://ENVIRONMENT.BUCKET'

/** What a cloud function is configured by. There is no PGlite here: it needs 300 MB and a disk of its own. */
const cloudSettings = z
  .object({
    DATABASE_URL: databaseUrl(),
    CLOUD_FILE_ROOT: z
      .string({ error: rootSentence })
      .check(z.regex(/^cloud:\/\/[0-9a-z-]+\.[0-9a-z-]+$/, { error: rootSentence })),
    WECHAT_APP_ID: z.optional(weChatAppId()),
    WECHAT_APP_SECRET: z.optional(z.string()),
    WECHAT_TEMPLATES: weChatTemplates(),
    WECHAT_STATE: weChatState(),
    ...smsFields,
    SETUP_CODE: setUpCode(),
  })
  .check(weChatPair, smsTogether)

/** Given by the functions that speak to services outside; the others are spared what that takes. */
export type OutsideFactory = (parts: OutsideParts) => Outside

const nothingOutside: OutsideFactory = () => ({
  weChat: noWeChatSignIn,
  weChatPhone: noWeChatPhone,
  phoneCodes: noPhoneCodes,
  channels: [],
})

async function openRuntime(outside: OutsideFactory): Promise<Runtime> {
  const settings = readSettings(cloudSettings, process.env)
  const { WECHAT_APP_ID: appId, WECHAT_APP_SECRET: secret } = settings
  // An instance answers one call at a time; the second connection is for what an action asks at once.
  const database = await openDatabase({ databaseUrl: settings.DATABASE_URL, poolSize: 2, acquireTimeoutMs: 5_000 })
  try {
    await migrate(database.db)
  } catch (error) {
    await database.close()
    throw error
  }
  const log = (line: string): void => console.error(line)
  const templates = settings.WECHAT_TEMPLATES === undefined ? {} : readTemplates(settings.WECHAT_TEMPLATES)
  const sms = smsInUse(settings)
  const weChat = appId && secret ? { appId, secret, state: settings.WECHAT_STATE } : null
  return {
    db: database.db,
    memory: emptyMemory(),
    clock: systemClock,
    wallClock: systemClock,
    media: cloudBaseMedia(cloudSdk, settings.CLOUD_FILE_ROOT),
    ...outside({ db: database.db, weChat, templates, sms, log }),
    tellsOutside: tellsOutside({ weChat, templates, sms }),
    setUpCode: settings.SETUP_CODE ?? null,
    templates,
    countsPushes: false,
    demo: false,
    log,
  }
}

/**
 * The runtime of this process, made by the first call. A start that failed (the database was away) is tried again by
 * the next.
 * @throws SettingError naming the setting that is missing or wrong; Unavailable
 */
export function runtimeOnce(outside: OutsideFactory = nothingOutside): () => Promise<Runtime> {
  let opened: Promise<Runtime> | undefined
  return () => {
    opened ??= openRuntime(outside).catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }
}
