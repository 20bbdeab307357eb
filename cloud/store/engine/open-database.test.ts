import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../migrate'
import { toJson } from './json'
import { DatabaseLocked, describeSelf } from './directory-lock'
import { Unavailable } from './errors'
import { openDatabase } from './open-database'

jest.setTimeout(120_000)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-database-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('PGlite keeps what was written, holds its directory while open, and takes that of a killed process', async () => {
  const first = await openDatabase({ dataDir: folder })
  await migrate(first.db)
  await first.db
    .insertInto('setting')
    .values({ key: 'a', value: toJson({ kept: true }) })
    .execute()
  await expect(openDatabase({ dataDir: folder })).rejects.toThrow(DatabaseLocked)
  await first.close()
  expect(existsSync(join(folder, 'pglite.lock'))).toBe(false)

  const dead = spawnSync(process.execPath, ['--version']).pid
  writeFileSync(join(folder, 'pglite.lock'), JSON.stringify({ ...describeSelf(), pid: dead }))
  const second = await openDatabase({ dataDir: folder })
  expect(await migrate(second.db)).toEqual({ applied: [] })
  expect(await second.db.selectFrom('setting').selectAll().execute()).toEqual([{ key: 'a', value: { kept: true } }])
  await second.close()
})

test('a directory that cannot be opened is left unlocked', async () => {
  writeFileSync(join(folder, 'pglite'), 'not a directory')
  await expect(openDatabase({ dataDir: folder })).rejects.toThrow(`PGlite could not open its database in ${folder}`)
  expect(existsSync(join(folder, 'pglite.lock'))).toBe(false)
})

test('a missing or wrong setting is named, and the password is not', async () => {
  await expect(openDatabase({})).rejects.toThrow('DATABASE_URL (PostgreSQL) or DATA_DIR')
  const wrong = openDatabase({ databaseUrl: 'mysql://root:secret@db/complaints' })
  await expect(wrong).rejects.toThrow(/^DATABASE_URL must start with postgres:\/\/$/)
})

test('a server that is away is Unavailable, for queries and transactions alike, and does not answer a ping', async () => {
  // Port 1 is never listened on.
  const away = await openDatabase({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none', acquireTimeoutMs: 1_000 })
  await expect(away.db.selectFrom('setting').selectAll().execute()).rejects.toThrow(Unavailable)
  await expect(away.db.transaction().execute(async () => undefined)).rejects.toThrow(Unavailable)
  expect(await away.ping()).toBe(false)
  await away.close()
})
