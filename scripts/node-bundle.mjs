import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { withoutComments } = createRequire(import.meta.url)('./sql-text.cjs')

/** esbuild: files of SQL are read in as text (cloud/store/migrations). */
export const sqlText = {
  name: 'sql-text',
  setup(build) {
    build.onLoad({ filter: /\.sql$/ }, ({ path }) => ({
      contents: withoutComments(readFileSync(path, 'utf8')),
      loader: 'text',
    }))
  },
}

/** What every bundle for the product's own Node has in common (esbuild). */
export const nodeBundle = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  charset: 'utf8',
  plugins: [sqlText],
}
