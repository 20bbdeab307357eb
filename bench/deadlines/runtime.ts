import type { Runtime } from '../../cloud/actions/runtime'
import { systemClock } from '../../cloud/platform/clock'
import { noPhoneCodes } from '../../cloud/platform/no-phone-codes'
import { noWeChatPhone, noWeChatSignIn } from '../../cloud/platform/no-wechat-sign-in'
import { emptyMemory } from '../../cloud/store/place/center'
import { type OpenDatabase, openDatabase } from '../../cloud/store/engine/open-database'

const noMedia = async (): Promise<never> => {
  throw new Error('there are no files here')
}

/** A process of the product on its database, at `now` (epoch ms), with nothing but what timers need. */
export async function runtimeAt(
  databaseUrl: string,
  now: number,
  poolSize: number,
): Promise<{ runtime: Runtime; database: OpenDatabase }> {
  const database = await openDatabase({ databaseUrl, poolSize })
  const runtime: Runtime = {
    db: database.db,
    memory: emptyMemory(),
    clock: { now: () => now },
    wallClock: systemClock,
    media: { put: noMedia, get: noMedia, remove: noMedia, links: noMedia, takeUpload: noMedia },
    weChat: noWeChatSignIn,
    weChatPhone: noWeChatPhone,
    phoneCodes: noPhoneCodes,
    setUpCode: null,
    channels: [],
    tellsOutside: false,
    templates: {},
    countsPushes: false,
    demo: false,
    log: line => console.error(line),
  }
  return { runtime, database }
}
