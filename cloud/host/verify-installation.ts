import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../platform/clock'
import { localMedia } from '../platform/local-media'
import { SettingError } from '../platform/settings'
import { openDatabase } from '../store/engine/open-database'
import type { HostSettings } from './settings'
import { type Verification, verify } from './verify'

/**
 * Opens the database and the files of an installation and verifies them; nothing is made or migrated.
 * @throws SettingError where there is no database, DatabaseLocked while a host serves the same PGlite
 */
export async function verifyInstallation({ databaseUrl, dataDir }: HostSettings): Promise<Verification> {
  if (!databaseUrl && !existsSync(join(dataDir, 'pglite')))
    throw new SettingError(`DATA_DIR: there is no database in ${dataDir}`)
  const database = await openDatabase({ databaseUrl, dataDir })
  try {
    // Links are not asked for, so their secret does not matter.
    const media = localMedia({ directory: join(dataDir, 'media'), secret: '', clock: systemClock })
    return await verify(database.db, media)
  } finally {
    await database.close()
  }
}
