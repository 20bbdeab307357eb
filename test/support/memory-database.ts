import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { type MemoryDatabase, openMemoryDatabase } from '../../cloud/store/engine/open-database'
import { sharedFile } from './postgres'

// A test lives for seconds: making PGlite's WebAssembly quicker meanwhile would take longer than it saves.
setFlagsFromString('--liftoff-only')

/**
 * PGlite in memory, without tables, from a dump made once in a run: PostgreSQL's own initialisation costs a machine
 * six seconds each time.
 */
export async function openTestMemory(acquireTimeoutMs?: number): Promise<MemoryDatabase> {
  const file = await sharedFile('pglite.tar', async () => {
    const opened = await openMemoryDatabase()
    const dump = Buffer.from(await (await opened.dump()).arrayBuffer())
    await opened.close()
    return dump
  })
  return openMemoryDatabase({ template: new Blob([readFileSync(file)]), acquireTimeoutMs })
}
