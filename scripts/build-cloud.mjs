/**
 * npm run build:cloud: one folder per cloud function in dist/cloud, ready to upload (P-CLD-5): a single minified CommonJS file for
 * Node 18, the packages the platform must install beside it, and its timer trigger.
 */
import { build } from 'esbuild'
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packedSql } from './node-bundle.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const source = join(root, 'cloud', 'functions')
const target = join(root, 'dist', 'cloud')
const budget = 560 * 1024

/** Never bundled: native, or the platform's own. Which of them a function really asks for stands in its package.json. */
const outside = {
  'wx-server-sdk': '~2.6.3',
  sharp: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies.sharp,
}
/** Reached by code a function never runs (the embedded database, optional parts of pg). */
const absent = ['@electric-sql/pglite', 'pg-native', 'pg-cloudflare']

/**
 * Parts of Kysely that its main class only makes when asked, and that nothing here asks for (migrations are plain SQL, there
 * is one schema): a fifth of every bundle. A class in their place throws, so a first use is noticed by the tests.
 */
const unused = [
  'schema/schema.js',
  'plugin/with-schema/with-schema-plugin.js',
  'query-builder/merge-query-builder.js',
  'dialect/postgres/postgres-introspector.js',
]
const withoutUnused = {
  name: 'without-unused',
  setup(build) {
    const met = new Set()
    build.onLoad({ filter: /[\\/]kysely[\\/]dist[\\/]esm[\\/].*\.js$/ }, ({ path }) => {
      const part = unused.find(one => path.replaceAll('\\', '/').endsWith(`/esm/${one}`))
      if (!part) return undefined
      met.add(part)
      const classes = [...readFileSync(path, 'utf8').matchAll(/^export class (\w+)/gm)].map(match => match[1])
      const left = name =>
        `export class ${name} { constructor() { throw new Error('kysely: ${name} is left out of cloud functions') } }`
      return { contents: classes.map(left).join('\n') }
    })
    build.onEnd(() => {
      const gone = unused.filter(part => !met.has(part))
      if (gone.length > 0) throw new Error(`kysely has changed: ${gone.join(', ')} is not part of it any more`)
    })
  },
}

/** The lock of an embedded database's folder: cloud functions have no folder, and the package it guards is not in them. */
const withoutLock = {
  name: 'without-lock',
  setup(build) {
    build.onLoad({ filter: /[\\/]cloud[\\/]store[\\/]engine[\\/]directory-lock\.ts$/ }, () => ({
      contents: `export const lockDirectory = () => { throw new Error('a cloud function has no database folder') }`,
    }))
  },
}

/** pg's other client is a native one, asked for only by name; the package it wraps is not in a function. */
const withoutNative = {
  name: 'without-native',
  setup(build) {
    build.onLoad({ filter: /[\\/]pg[\\/]lib[\\/]native[\\/]index\.js$/ }, () => ({
      contents: `throw Object.assign(new Error('a cloud function has no pg-native'), { code: 'MODULE_NOT_FOUND' })`,
    }))
  },
}

const names = readdirSync(source, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)

async function bundle(name) {
  const folder = join(target, name)
  mkdirSync(folder, { recursive: true })
  const { metafile } = await build({
    entryPoints: [join(source, name, 'index.ts')],
    outfile: join(folder, 'index.js'),
    absWorkingDir: root,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    // The platform finds its own packages for `require` only.
    supported: { 'dynamic-import': false },
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    plugins: [packedSql, withoutUnused, withoutLock, withoutNative],
    external: [...Object.keys(outside), ...absent],
    // The build for browsers sends over `fetch`, which Node 18 has; the one for Node brings 200 KB of adapters along.
    alias: { axios: join(root, 'node_modules', 'axios', 'dist', 'browser', 'axios.cjs') },
  })
  const inside = Object.keys(metafile.inputs).find(input => absent.some(one => input.includes(`node_modules/${one}/`)))
  if (inside) throw new Error(`${name}: ${inside} must not be in a cloud function`)
  const asked = new Set(Object.values(metafile.outputs).flatMap(output => output.imports.map(({ path }) => path)))
  const dependencies = Object.fromEntries(Object.entries(outside).filter(([dependency]) => asked.has(dependency)))
  const manifest = { name, version: '1.0.0', private: true, main: 'index.js', dependencies }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  cpSync(join(source, name, 'config.json'), join(folder, 'config.json'))
  return statSync(join(folder, 'index.js')).size
}

rmSync(target, { recursive: true, force: true })
let tooLarge = false
for (const name of names) {
  const bytes = await bundle(name)
  tooLarge ||= bytes > budget
  console.log(
    `${name.padEnd(10)} ${(bytes / 1024).toFixed(0).padStart(4)} KB${bytes > budget ? '  over the budget of 560 KB' : ''}`,
  )
}
if (tooLarge) process.exitCode = 1
