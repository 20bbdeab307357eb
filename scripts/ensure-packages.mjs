/** Installs the packages of package-lock.json when they are missing or older than it. Needs nothing but Node and npm. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const stamp = join(root, 'node_modules', '.installed')
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** What decides about the packages; the rest of package.json may change without anything to install. */
const wanted = () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return createHash('sha256')
    .update(JSON.stringify([dependencies, devDependencies]))
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

/** What the stamp says: `all`, `product` (without the tools of the tests), or nothing. */
const installed = () => {
  if (!existsSync(stamp)) return null
  const [hash, extent] = readFileSync(stamp, 'utf8').split(' ')
  return hash === wanted() ? extent : null
}

/**
 * `product`: what building and running it takes; `all`: with the tools of the tests. What is there already is never
 * taken away. Exits with npm's status when npm fails, since nothing works without the packages.
 */
export function ensurePackages(extent) {
  const has = installed()
  if (has === 'all' || has === extent) return
  console.error('installing packages …')
  const least = extent === 'product' && !existsSync(join(root, 'node_modules'))
  const omit = least ? ['--omit=dev'] : []
  const result = spawnSync(
    npm,
    ['install', '--no-audit', '--no-fund', '--no-save', '--prefer-offline', '--loglevel=error', ...omit],
    {
      cwd: root,
      // Its output is for whoever waits; stdout is the caller's.
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  )
  if (result.status !== 0) process.exit(result.status ?? 1)
  writeFileSync(stamp, `${wanted()} ${least ? 'product' : 'all'}`)
}
