/**
 * npm run --silent verify: checks the histories and files of the installation that DATA_DIR or DATABASE_URL names. Exits with
 * 1 when something is not as it was written. A host on PGlite has to be stopped first.
 */
import { spawnSync } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensurePackages } from './ensure-packages.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const main = join(root, 'dist', 'verify', 'main.js')

ensurePackages('product')
const run = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1
// A bundle of its own: that of a host which is running stays as it is.
process.exit(run('scripts/build-host.mjs', main) || run('--enable-source-maps', main, 'verify'))
