import { emptyMemory } from '../store/place/center'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Runtime } from '../actions/runtime'
import { type MovableClock, movableClock, systemClock } from '../platform/clock'
import { consolePhoneCodes } from '../platform/console-phone-codes'
import { type LocalMedia, localMedia } from '../platform/local-media'
import { noWeChatPhone, noWeChatSignIn } from '../platform/no-wechat-sign-in'
import type { Clock } from '../platform/ports'
import { channelsOf } from '../actions/notify/channels'
import { smsPhoneCodes } from '../platform/sms/phone-codes'
import type { PushSecrets } from '../platform/wechat/push'
import { weChat as weChatOf } from '../platform/wechat'
import type { OpenDatabase } from '../store/engine/open-database'
import { anyCompany } from '../store/organisation/company'
import { readSetting, settingOrFirst, writeSetting } from '../store/system/setting'
import { takeTokenTurn } from '../store/system/token-turns'
import type { HostSettings } from './settings'

/** The runtime with those parts of it that only the host uses. */
export interface EmbeddedRuntime extends Runtime {
  readonly clock: Clock
  readonly media: LocalMedia
  /** null outside the demo. */
  readonly demoClock: MovableClock | null
  readonly database: OpenDatabase
  /** null: the platform pushes nothing here. */
  readonly push: PushSecrets | null
}

export interface EmbeddedParts {
  readonly database: OpenDatabase
  readonly settings: Pick<HostSettings, 'dataDir' | 'demo' | 'weChat'> &
    Partial<Pick<HostSettings, 'setUpCode' | 'templates' | 'push' | 'sms'>>
  readonly log: (line: string) => void
  /** Where sign-in codes are shown. */
  readonly print: (line: string) => void
  /** The machine's time unless a test gives its own. */
  readonly wallClock?: Clock
}

const secretKey = 'media.linkSecret'
const setUpKey = 'organisation.setUpCode'
const offsetKey = 'demo.clockOffsetMs'

/** The key that links are signed with: made on the first start, the same in every process on this database. */
async function linkSecret(database: OpenDatabase): Promise<string> {
  const secret = await settingOrFirst(database.db, secretKey, randomBytes(32).toString('base64url'))
  if (typeof secret !== 'string') throw new Error(`the setting ${secretKey} in the database is not a text`)
  return secret
}

/**
 * The code by which the first administrator is made (D-OR-1): the one that is set, else one made on the first start, the same in every
 * process on this database. null: the demo has its people, or the company has been made.
 */
async function setUpCodeOf({ database, settings }: EmbeddedParts): Promise<string | null> {
  if (settings.demo) return null
  if (settings.setUpCode !== undefined) return settings.setUpCode
  if (await anyCompany(database.db)) return null
  const code = await settingOrFirst(database.db, setUpKey, randomBytes(12).toString('base64url'))
  if (typeof code !== 'string') throw new Error(`the setting ${setUpKey} in the database is not a text`)
  return code
}

async function storedOffset(database: OpenDatabase): Promise<number> {
  const offset = await readSetting(database.db, offsetKey)
  return typeof offset === 'number' && offset >= 0 ? offset : 0
}

/** The adapters of a host of one's own: files in a folder, WeChat by its HTTP interface. The database is migrated. */
export async function embeddedRuntime(parts: EmbeddedParts): Promise<EmbeddedRuntime> {
  const { database, settings, log, print, wallClock = systemClock } = parts
  const demoClock = settings.demo
    ? movableClock(wallClock, await storedOffset(database), offset => writeSetting(database.db, offsetKey, offset))
    : null
  const weChat = settings.weChat
    ? weChatOf(settings.weChat, {
        now: () => wallClock.now(),
        mayForce: () => takeTokenTurn(database.db, wallClock.now()),
        log,
      })
    : null
  const clock = demoClock ?? wallClock
  const templates = settings.templates ?? {}
  const sms = settings.sms ?? null
  const channels = channelsOf({ db: database.db, clock, templates, weChat, sms, log })
  return {
    db: database.db,
    memory: emptyMemory(),
    database,
    clock,
    demoClock,
    wallClock,
    media: localMedia({
      directory: join(settings.dataDir, 'media'),
      secret: await linkSecret(database),
      clock: wallClock,
    }),
    weChat: weChat?.signIn ?? noWeChatSignIn,
    weChatPhone: weChat?.phone ?? noWeChatPhone,
    setUpCode: await setUpCodeOf(parts),
    phoneCodes: sms
      ? smsPhoneCodes({ ...sms.account, now: () => wallClock.now() }, sms.codeTemplate, log)
      : consolePhoneCodes(print),
    channels,
    tellsOutside: channels.length > 0,
    templates,
    countsPushes: Boolean(settings.push),
    push: settings.push ?? null,
    demo: settings.demo,
    log,
  }
}
