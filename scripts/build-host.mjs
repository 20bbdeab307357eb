/** Bundles the HTTP host to dist/host/main.js (or the file named), so that it starts without a compiler. */
import { build } from 'esbuild'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeBundle } from './node-bundle.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

const outfile = resolve(process.argv[2] ?? join(root, 'dist', 'host', 'main.js'))

await build({
  entryPoints: [join(root, 'cloud', 'host', 'main.ts')],
  outfile,
  absWorkingDir: root,
  ...nodeBundle,
  sourcemap: true,
  legalComments: 'none',
  // Native, or files beside their code: they stay in node_modules.
  external: ['@electric-sql/pglite', 'sharp', 'pg-native', 'pg-cloudflare', 'wx-server-sdk'],
})
