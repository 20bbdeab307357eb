/**
 * Files of SQL are read in as text without their comments, whoever loads them: cloud functions are smaller for it, and a
 * comment may be mended without the checksum of a migration changing. Loaded by esbuild through `sqlText` (node-bundle.mjs),
 * by jest as a transformer, and by what runs under tsx through `--require scripts/sql-text.cjs`.
 */
const { createHash } = require('node:crypto')
const { readFileSync } = require('node:fs')

/** No string in these files may hold two dashes after a blank: the rest of its line would be lost. */
const withoutComments = text => text.replace(/(^|\s)--(\s.*)?$/gm, '').replace(/^\s+/gm, '')

const asModule = text => `exports.__esModule = true; exports.default = ${JSON.stringify(withoutComments(text))}`

require.extensions['.sql'] = (module, file) => module._compile(asModule(readFileSync(file, 'utf8')), file)

module.exports = {
  withoutComments,
  process: text => ({ code: asModule(text) }),
  // Jest keeps what a transformer made, also when the transformer has changed.
  getCacheKey: text => createHash('sha256').update(asModule(text)).digest('hex'),
}
