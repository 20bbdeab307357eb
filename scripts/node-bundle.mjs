import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { deflateRawSync } from 'node:zlib'

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

/** The same, packed: 13 KB of tables that a function reads once, when its database is new, take 5 KB of its bundle. */
export const packedSql = {
  name: 'packed-sql',
  setup(build) {
    build.onLoad({ filter: /\.sql$/ }, ({ path }) => {
      const packed = deflateRawSync(withoutComments(readFileSync(path, 'utf8')), { level: 9 }).toString('base64')
      return {
        contents: `import { inflateRawSync } from 'node:zlib'
          export default inflateRawSync(Buffer.from('${packed}', 'base64')).toString()`,
      }
    })
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
