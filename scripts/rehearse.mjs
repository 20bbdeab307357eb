/** npm run --silent rehearse -- SCENARIO.json: installs and bundles what is missing, then runs the rehearsal. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensurePackages } from './ensure-packages.mjs'
import { nodeBundle } from './node-bundle.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const folder = join(root, 'dist', 'rehearse')

ensurePackages('product')
const { build } = await import('esbuild')
const { outputFiles } = await build({
  entryPoints: [join(root, 'cloud', 'rehearsal', 'main.ts')],
  absWorkingDir: root,
  ...nodeBundle,
  write: false,
})
// Several rehearsals may start at once: each puts the same file in place in one step.
mkdirSync(folder, { recursive: true })
const [own, main] = [join(folder, `main-${process.pid}.js`), join(folder, 'main.js')]
writeFileSync(own, outputFiles[0].contents)
renameSync(own, main)
// Most of what a rehearsal makes is gone at once: a larger nursery keeps it from being carried on.
const { status } = spawnSync(process.execPath, ['--max-semi-space-size=64', main, ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exit(status ?? 1)
