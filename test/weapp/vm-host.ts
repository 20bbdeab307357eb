import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import vm from 'node:vm'
import type { PageDefinition } from './page-stack'
import type { VirtualTime } from './virtual-time'

interface AppDefinition {
  onLaunch?: (options: object) => void
  onShow?: (options: object) => void
}

export interface Host {
  app: () => AppDefinition | undefined
  require: (path: string) => void
  /** Loads a page's script when it is opened for the first time, as the platform does with subpackages. */
  define: (route: string) => PageDefinition | undefined
}

interface HostParts {
  dist: string
  wx: object
  time: VirtualTime
  report: (error: string) => void
  currentPages: () => unknown[]
}

/**
 * Runs a built mini-program's logic layer: the language and the platform's own names, no `window`, `document`,
 * `process`, `fetch`, `URL` or `TextEncoder`. Compiling code from strings is forbidden, as on the platform.
 */
export function createHost({ dist, wx, time, report, currentPages }: HostParts): Host {
  const definitions = new Map<string, PageDefinition>()
  const modules = new Map<string, { exports: unknown }>()
  let app: AppDefinition | undefined
  let loading = ''

  const say =
    (level: string) =>
    (...words: unknown[]) => {
      if (level === 'error') report(`console.error: ${words.map(describe).join(' ')}`)
    }
  const levels = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'group', 'groupEnd', 'time', 'timeEnd']
  const context = vm.createContext(
    {
      console: Object.fromEntries(levels.map(level => [level, say(level)])),
      setTimeout: time.setTimeout,
      clearTimeout: time.clear,
      setInterval: time.setInterval,
      clearInterval: time.clear,
      wx,
      App: (definition: AppDefinition) => void (app = definition),
      getApp: () => app,
      getCurrentPages: currentPages,
      Page: (definition: PageDefinition) => void definitions.set(loading, definition),
      Component: (definition: ComponentDefinition) => void definitions.set(loading, asPage(definition)),
      Behavior: (definition: object) => definition,
      __virtualNow: time.now,
    },
    { codeGeneration: { strings: false, wasm: false } },
  )
  vm.runInContext(
    `globalThis.global = globalThis
     { const now = __virtualNow, Real = Date
       delete globalThis.__virtualNow
       globalThis.Date = class Date extends Real { constructor(...a) { a.length ? super(...a) : super(now()) } static now() { return now() } } }`,
    context,
  )

  const load = (from: string, id: string): unknown => {
    const file = resolveModule(dist, posix.join(posix.dirname(from), id))
    if (!file) throw new Error(`module '${id}' is not defined (from ${from || 'the platform'})`)
    const known = modules.get(file)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    modules.set(file, module)
    const run = scriptOf(join(dist, file), file).runInContext(context) as (
      require: (id: string) => unknown,
      module: object,
      exports: unknown,
    ) => void
    run(next => load(file, next), module, module.exports)
    return module.exports
  }

  return {
    app: () => app,
    require: path => void load('', path),
    define(route) {
      if (!definitions.has(route)) {
        loading = route
        try {
          load('app.js', `./${route}.js`)
        } catch (error) {
          report(`loading ${route}: ${describe(error)}`)
        }
      }
      const definition = definitions.get(route)
      if (!definition) report(`${route} registered no page`)
      return definition
    },
  }
}

/** Compiled once for all launches of a test run; each launch runs it in a context of its own. */
const scripts = new Map<string, vm.Script>()
function scriptOf(path: string, filename: string): vm.Script {
  const compiled =
    scripts.get(path) ??
    new vm.Script(`(function (require, module, exports) {${readFileSync(path, 'utf8')}\n})`, { filename })
  scripts.set(path, compiled)
  return compiled
}

interface ComponentDefinition {
  data?: PageDefinition['data']
  methods?: object
  lifetimes?: object
}

/** Taro registers pages as components under some settings; their methods are the page's. */
const asPage = ({ data, methods, lifetimes }: ComponentDefinition): PageDefinition => ({
  ...methods,
  ...lifetimes,
  data,
})

/** A file, a file without its `.js`, or a folder's index, relative to `dist`. */
function resolveModule(dist: string, path: string): string | null {
  const candidates = [path, `${path}.js`, posix.join(path, 'index.js')]
  return candidates.find(file => existsSync(join(dist, file)) && statSync(join(dist, file)).isFile()) ?? null
}

/** Errors of the vm are not instances of this realm's Error. */
export function describe(thrown: unknown): string {
  if (typeof thrown === 'object' && thrown !== null) {
    const { stack, message, errMsg } = thrown as { stack?: string; message?: string; errMsg?: string }
    return stack ?? message ?? errMsg ?? JSON.stringify(thrown)
  }
  return String(thrown)
}
