import { posix } from 'node:path'
import type { ViewNode } from './tree'

/** What the bundle registers with `Page()`. */
export interface PageDefinition {
  data?: { root?: ViewNode } & Record<string, unknown>
  onLoad?: (query: Record<string, string>) => void
  onShow?: () => void
  onReady?: () => void
  onHide?: () => void
  onUnload?: () => void
  onPullDownRefresh?: () => void
  onReachBottom?: () => void
  eh?: (event: unknown) => void
  [member: string]: unknown
}

export interface PageInstance extends PageDefinition {
  route: string
  options: Record<string, string>
  data: { root?: ViewNode } & Record<string, unknown>
}

export interface SetDataCall {
  page: string
  bytes: number
  /** True for the first one of a page instance. */
  first: boolean
}

/** `root.cn.[0].v` → value, in place, as the platform does it. */
export function setPath(target: object, path: string, value: unknown): void {
  const keys = path.split(/[.[\]]+/).filter(Boolean)
  let at = target as Record<string, unknown>
  keys.slice(0, -1).forEach((key, index) => {
    if (typeof at[key] !== 'object' || at[key] === null) at[key] = /^\d+$/.test(keys[index + 1] ?? '') ? [] : {}
    at = at[key] as Record<string, unknown>
  })
  const last = keys[keys.length - 1]
  if (last !== undefined) at[last] = value
}

/** Route and query of a page address; a relative one starts at the page on top. */
export function parseUrl(url: string, from = ''): { route: string; query: Record<string, string> } {
  const [path = '', search = ''] = url.split('?')
  const route = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from), path)
  // The platform hands the query over undecoded.
  const pairs = search.split('&').filter(Boolean)
  return { route, query: Object.fromEntries(pairs.map(pair => [pair.split('=')[0], pair.split('=')[1] ?? ''])) }
}

/** Opens and closes pages with their life cycle; at most ten at once (P-RUN-2). */
export class PageStack {
  readonly pages: PageInstance[] = []
  readonly setDataCalls: SetDataCall[] = []

  constructor(
    private readonly known: readonly string[],
    private readonly define: (route: string) => PageDefinition | undefined,
    private readonly guard: (where: string, run: () => void) => void,
    private readonly later: (run: () => void) => void,
  ) {}

  get top(): PageInstance | undefined {
    return this.pages[this.pages.length - 1]
  }

  /** Why a page can't be opened, or null. */
  refuses(route: string, adds: number): string | null {
    if (!this.known.includes(route)) return `page "${route}" is not found`
    return this.pages.length + adds > 10 ? 'webview count limit exceed' : null
  }

  push(route: string, query: Record<string, string>): void {
    this.guard('onHide', () => this.top?.onHide?.())
    this.open(route, query)
  }

  replace(route: string, query: Record<string, string>): void {
    this.closeTop()
    this.open(route, query)
  }

  restart(route: string, query: Record<string, string>): void {
    while (this.pages.length) this.closeTop()
    this.open(route, query)
  }

  back(delta: number): void {
    for (let n = Math.min(delta, this.pages.length - 1); n > 0; n--) this.closeTop()
    this.guard('onShow', () => this.top?.onShow?.())
  }

  private closeTop(): void {
    const page = this.pages.pop()
    if (page) this.guard(`onUnload ${page.route}`, () => page.onUnload?.())
  }

  private open(route: string, query: Record<string, string>): void {
    const definition = this.define(route)
    if (!definition) return
    const page: PageInstance = {
      ...definition,
      route,
      options: query,
      data: JSON.parse(JSON.stringify(definition.data ?? {})) as PageInstance['data'],
    }
    let first = true
    Object.assign(page, {
      __route__: route,
      setData: (patch: Record<string, unknown>, done?: () => void) => {
        const sent = JSON.stringify(patch)
        this.setDataCalls.push({ page: route, bytes: Buffer.byteLength(sent), first })
        first = false
        for (const [path, value] of Object.entries(JSON.parse(sent) as object)) setPath(page.data, path, value)
        if (done) this.later(() => this.guard(`setData callback ${route}`, () => done.call(page)))
      },
      selectComponent: () => null,
      selectAllComponents: () => [],
      getTabBar: () => null,
      getOpenerEventChannel: () => ({ on: () => undefined, emit: () => undefined }),
    })
    this.pages.push(page)
    this.guard(`onLoad ${route}`, () => page.onLoad?.(query))
    this.guard(`onShow ${route}`, () => page.onShow?.())
    this.later(() => this.guard(`onReady ${route}`, () => page.onReady?.()))
  }
}
