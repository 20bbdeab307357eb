import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFakeWx, type ApiCall, type World } from './fake-wx'
import { PageStack, parseUrl, type PageInstance, type SetDataCall } from './page-stack'
import { byClass, byId, byText, pathTo, extentOf, textOf, type ViewNode } from './tree'
import { VirtualTime } from './virtual-time'
import { createHost, describe } from './vm-host'

/** Monday, 2 March 2026, 09:00 (+08:00); tests start here, never today. */
export const referenceInstant = Date.UTC(2026, 2, 2, 1)

export interface LaunchOptions extends World {
  /** First page with its query: `pages/ticket/index?ticketId=1`. */
  path?: string
  /** What is on the device already. */
  storage?: Record<string, unknown>
  now?: number
}

interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
}

export function pagesOf(dist: string): string[] {
  const { pages, subPackages = [] } = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as AppJson
  return [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map(page => `${root}/${page}`))]
}

/** A running mini-program as a test sees and touches it. */
export interface MiniProgram {
  readonly page: PageInstance
  readonly route: string
  readonly root: ViewNode | undefined
  readonly errors: string[]
  readonly calls: ApiCall[]
  readonly unknownApis: string[]
  readonly setData: SetDataCall[]
  readonly storage: Map<string, unknown>
  readonly now: number
  text(): string
  /** The innermost node with these words, or the node with this id (`#id`), or the first of a class (`.class`). */
  find(what: string): ViewNode
  has(what: string): boolean
  all(className: string): ViewNode[]
  extent(): { nodes: number; depth: number; widest: number }
  tap(what: string | ViewNode): Promise<void>
  input(what: string | ViewNode, value: string): Promise<void>
  fire(what: string | ViewNode, type: string, detail?: object): Promise<void>
  pullDown(): Promise<void>
  reachBottom(): Promise<void>
  back(): Promise<void>
  /** Lets `ms` of virtual time pass and everything under way come to rest. */
  pass(ms?: number): Promise<void>
}

/** Starts a built mini-program and waits until its first page has come to rest. */
export async function launch(dist: string, options: LaunchOptions = {}): Promise<MiniProgram> {
  const errors: string[] = []
  const guard = (where: string, run: () => void) => {
    try {
      run()
    } catch (error) {
      errors.push(`${where}: ${describe(error)}`)
    }
  }
  const pages = pagesOf(dist)
  const time = new VirtualTime(options.now ?? referenceInstant)
  const later = (run: () => void) => void time.setTimeout(run)
  const storage = new Map(Object.entries(options.storage ?? {}))
  const stack: PageStack = new PageStack(pages, route => host.define(route), guard, later)
  const fake = createFakeWx(options, () => stack, storage, later)
  const host = createHost({
    dist,
    wx: fake.wx,
    time,
    report: error => void errors.push(error),
    currentPages: () => [...stack.pages],
  })

  /** Promises of the bundle settle between two turns of the real event loop; timers only by virtual time. */
  const turn = () => new Promise<void>(resolve => setImmediate(resolve))
  const pass = async (ms = 600) => {
    const until = time.now() + ms
    do {
      await turn()
      let ran = true
      while (ran) {
        guard('timer', () => (ran = time.step(until)))
        await turn()
      }
    } while (fake.pending() > 0)
    time.moveTo(until)
  }

  guard('app.js', () => host.require('./app.js'))
  const first = options.path ? parseUrl(`/${options.path.replace(/^\//, '')}`) : { route: pages[0] ?? '', query: {} }
  const launchInfo = { path: first.route, query: first.query, scene: 1001 }
  guard('onLaunch', () => host.app()?.onLaunch?.(launchInfo))
  guard('onShow', () => host.app()?.onShow?.(launchInfo))
  stack.restart(first.route, first.query)
  await pass()

  const current = (): PageInstance => {
    if (!stack.top) throw new Error(`no page is open; ${errors.join('\n')}`)
    return stack.top
  }
  const seek = (what: string): ViewNode | undefined => {
    const root = current().data.root
    if (what.startsWith('#')) return byId(root, what.slice(1))
    if (what.startsWith('.')) return byClass(root, what.slice(1))[0]
    return byText(root, what)
  }
  const find = (what: string): ViewNode => {
    const node = seek(what)
    if (!node) throw new Error(`"${what}" is not on ${current().route}, which reads: ${textOf(current().data.root)}`)
    return node
  }
  const fire = async (what: string | ViewNode, type: string, detail: object = {}) => {
    const node = typeof what === 'string' ? find(what) : what
    const page = current()
    const asTarget = ({ uid, sid }: ViewNode) => ({ id: uid ?? sid, dataset: { sid }, offsetLeft: 0, offsetTop: 0 })
    const timeStamp = time.now()
    // A tap goes up to every view around the one that was touched; Taro waits with its handlers for the outermost.
    for (const currentTarget of type === 'tap' ? pathTo(page.data.root, node).reverse() : [node]) {
      const event = {
        type,
        timeStamp,
        target: asTarget(node),
        currentTarget: asTarget(currentTarget),
        mark: {},
        detail,
        touches: [],
        changedTouches: [],
      }
      guard(`${type} on ${page.route}`, () => page.eh?.(event))
    }
    await pass()
  }

  return {
    get page() {
      return current()
    },
    get route() {
      return current().route
    },
    get root() {
      return current().data.root
    },
    get unknownApis() {
      return [...fake.unknown]
    },
    get now() {
      return time.now()
    },
    errors,
    calls: fake.calls,
    setData: stack.setDataCalls,
    storage,
    text: () => textOf(current().data.root),
    find,
    has: what => seek(what) !== undefined,
    all: className => byClass(current().data.root, className),
    extent: () => extentOf(current().data.root),
    tap: what => fire(what, 'tap'),
    input: (what, value) => fire(what, 'input', { value, cursor: value.length }),
    fire,
    async pullDown() {
      guard('onPullDownRefresh', () => current().onPullDownRefresh?.())
      await pass()
    },
    async reachBottom() {
      guard('onReachBottom', () => current().onReachBottom?.())
      await pass()
    },
    async back() {
      stack.back(1)
      await pass()
    },
    pass,
  }
}
