/**
 * Files of SQL are read in as text, whoever loads them: esbuild by its `text` loader (node-bundle.mjs), jest by this
 * transformer, and what runs under tsx with `--require scripts/sql-text.cjs`.
 */
const { readFileSync } = require('node:fs')

const asModule = text => `exports.__esModule = true; exports.default = ${JSON.stringify(text)}`

require.extensions['.sql'] = (module, file) => module._compile(asModule(readFileSync(file, 'utf8')), file)

module.exports = { process: text => ({ code: asModule(text) }) }
