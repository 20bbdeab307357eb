import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(__dirname, '../..')

export type BuildName = 'weapp' | 'h5' | 'cloud' | 'host'

/** Longest time (ms) a test may wait for a build on a slow machine. */
export const buildTimeoutMs = 300_000

/** The folder of a build, built first when a source has changed since. */
export function built(name: BuildName): string {
  const result = spawnSync(process.execPath, ['scripts/build-if-changed.mjs', name], { cwd: root, encoding: 'utf8' })
  if (result.status !== 0) throw new Error(result.stderr || `build of ${name} failed`)
  return resolve(root, 'dist', name)
}
