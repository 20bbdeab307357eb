import { listenerApis, quietApis } from './known-apis'
import { parseUrl, type PageStack } from './page-stack'

type Options = Record<string, unknown> & {
  success?: (result: object) => void
  fail?: (error: object) => void
  complete?: (result: object) => void
}

export interface RequestOptions {
  url: string
  method: string
  data: unknown
  header: Record<string, string>
}

export interface HttpAnswer {
  statusCode?: number
  data: unknown
  header?: Record<string, string>
}

/** How the outside answers; everything not given answers as an unreachable server would. */
export interface World {
  request?: (options: RequestOptions) => HttpAnswer | Promise<HttpAnswer>
  uploadFile?: (options: {
    url: string
    filePath: string
    header: Record<string, string>
  }) => HttpAnswer | Promise<HttpAnswer>
  chooseMedia?: () => { tempFilePath: string; size: number; fileType: 'image' | 'video' }[]
  /** Pixels of every photo; left out: no more than are of use. */
  imageSize?: { width: number; height: number }
  showActionSheet?: (options: { itemList?: unknown }) => number
  networkType?: 'wifi' | 'none'
  /** Size of text set in the system. */
  fontSizeScaleFactor?: number
}

export interface ApiCall {
  name: string
  options: unknown
}

export interface FakeWx {
  wx: object
  calls: ApiCall[]
  /** Names the bundle asked for that the platform, as far as this product knows it, does not have. */
  unknown: Set<string>
  /** Requests and uploads under way. */
  pending: () => number
}

const device = {
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 667,
  pixelRatio: 2,
  statusBarHeight: 20,
  platform: 'ios',
  SDKVersion: '3.10.0',
  version: '8.0.62',
  model: 'iPhone',
  system: 'iOS 17.0',
  language: 'zh_CN',
  theme: 'light',
  safeArea: { left: 0, right: 375, top: 20, bottom: 667, width: 375, height: 647 },
}

const copy = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))

/** The platform object: what the product uses is acted out, a closed list answers `ok`, all else is recorded. */
export function createFakeWx(
  world: World,
  stack: () => PageStack,
  storage: Map<string, unknown>,
  later: (run: () => void) => void,
): FakeWx {
  const calls: ApiCall[] = []
  const unknown = new Set<string>()
  let pending = 0

  const settle = (name: string, options: Options | undefined, error: string | null, result: object = {}) => {
    const answer = { errMsg: error === null ? `${name}:ok` : `${name}:fail ${error}`, ...result }
    if (options?.success || options?.fail || options?.complete) {
      later(() => {
        ;(error === null ? options.success : options.fail)?.(answer)
        options.complete?.(answer)
      })
      return undefined
    }
    return error === null ? Promise.resolve(answer) : Promise.reject(answer)
  }

  const transfer = (name: string, options: Options, work: () => HttpAnswer | Promise<HttpAnswer>) => {
    let aborted = false
    pending++
    const end = (error: string | null, result: object = {}) => {
      pending--
      if (!aborted) settle(name, { complete: () => undefined, ...options }, error, result)
    }
    void (async () => work())().then(
      answer => end(null, { statusCode: 200, header: {}, ...answer }),
      (reason: unknown) => end(reason instanceof Error ? reason.message : String(reason)),
    )
    const nothing = () => undefined
    return {
      abort() {
        aborted = true
        settle(name, { complete: nothing, ...options }, 'abort')
      },
      onProgressUpdate: (listener: (progress: object) => void) => later(() => listener({ progress: 100 })),
      offProgressUpdate: nothing,
      onHeadersReceived: nothing,
      offHeadersReceived: nothing,
    }
  }

  const navigate =
    (name: string, adds: number, go: (route: string, query: Record<string, string>) => void) => (options: Options) => {
      const { route, query } = parseUrl(String(options.url), stack().top?.route)
      const refusal = stack().refuses(route, adds)
      if (refusal !== null) {
        unknown.add(`${name}: ${refusal}`)
        return settle(name, options, refusal)
      }
      go(route, query)
      return settle(name, options, null)
    }

  const unreachable = (): never => {
    throw new Error('connection refused')
  }

  const acted: Record<string, (options: Options) => unknown> = {
    request: o =>
      transfer('request', o, () => {
        const { url, method = 'GET', data, header = {} } = o as unknown as RequestOptions
        return (world.request ?? unreachable)({ url, method, data: copy(data), header })
      }),
    uploadFile: o =>
      transfer('uploadFile', o, async () => {
        const {
          url,
          filePath,
          header = {},
        } = o as unknown as { url: string; filePath: string; header: Record<string, string> }
        const answer = await (world.uploadFile ?? unreachable)({ url, filePath, header })
        return { ...answer, data: typeof answer.data === 'string' ? answer.data : JSON.stringify(answer.data) }
      }),
    navigateTo: navigate('navigateTo', 1, (route, query) => stack().push(route, query)),
    redirectTo: navigate('redirectTo', 0, (route, query) => stack().replace(route, query)),
    reLaunch: navigate('reLaunch', 0, (route, query) => stack().restart(route, query)),
    navigateBack: o => {
      stack().back(Number(o?.delta ?? 1))
      return settle('navigateBack', o, null)
    },
    getStorage: o =>
      storage.has(String(o.key))
        ? settle('getStorage', o, null, { data: copy(storage.get(String(o.key))) })
        : settle('getStorage', o, 'data not found'),
    setStorage: o => {
      storage.set(String(o.key), copy(o.data))
      return settle('setStorage', o, null)
    },
    removeStorage: o => {
      storage.delete(String(o.key))
      return settle('removeStorage', o, null)
    },
    chooseMedia: o => settle('chooseMedia', o, null, { type: 'image', tempFiles: world.chooseMedia?.() ?? [] }),
    compressImage: o => settle('compressImage', o, null, { tempFilePath: 'wxfile://tmp_compressed.jpg' }),
    getImageInfo: o =>
      settle('getImageInfo', o, null, {
        ...{ width: 1200, height: 900, orientation: 'up' },
        ...world.imageSize,
        ...{ type: 'jpeg', path: o.src },
      }),
    showActionSheet: o =>
      settle('showActionSheet', o, null, { tapIndex: world.showActionSheet?.({ itemList: o.itemList }) ?? 0 }),
    getNetworkType: o => settle('getNetworkType', o, null, { networkType: world.networkType ?? 'wifi' }),
    login: o => settle('login', o, null, { code: 'one-time-code' }),
  }

  /** Saved files of the mini-program, by path. */
  const saved = new Set<string>()
  const files = {
    saveFile: (o: Options) => {
      calls.push({ name: 'saveFile', options: safeCopy(o) })
      const savedFilePath = `wxfile://store_${saved.size + 1}.jpg`
      saved.add(savedFilePath)
      return settle('saveFile', o, null, { savedFilePath })
    },
    getFileInfo: (o: Options) => settle('getFileInfo', o, null, { size: 1 }),
    access: (o: Options) => settle('access', o, saved.has(String(o.path)) ? null : 'no such file or directory'),
    getSavedFileList: (o: Options) =>
      settle('getSavedFileList', o, null, {
        fileList: [...saved].map(filePath => ({ filePath, size: 1, createTime: 0 })),
      }),
    removeSavedFile: (o: Options) => {
      const known = saved.delete(String(o.filePath))
      return settle('removeSavedFile', o, known ? null : 'file doesn’t exist')
    },
  }

  /** The recorder of the mini-program; three seconds are spoken each time. */
  const recorder = {
    onStart: (listener: () => void) => void (recorder.started = listener),
    onStop: (listener: (told: object) => void) => void (recorder.stopped = listener),
    onError: (_listener: (told: object) => void) => undefined,
    started: (): void => undefined,
    stopped: (_told: object): void => undefined,
    start: () => later(() => recorder.started()),
    stop: () =>
      later(() => recorder.stopped({ tempFilePath: 'wxfile://tmp_voice.mp3', duration: 3_000, fileSize: 18_000 })),
  }

  const appBase = { ...device, fontSizeScaleFactor: world.fontSizeScaleFactor ?? 1 }
  const launchOptions = { path: '', query: {}, scene: 1001, referrerInfo: {} }
  const synchronous: Record<string, (...args: never[]) => unknown> = {
    getStorageSync: (key: string) => (storage.has(key) ? copy(storage.get(key)) : ''),
    setStorageSync: (key: string, value: unknown) => void storage.set(key, copy(value)),
    removeStorageSync: (key: string) => void storage.delete(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10_240 }),
    getSystemInfoSync: () => appBase,
    getWindowInfo: () => appBase,
    getDeviceInfo: () => appBase,
    getAppBaseInfo: () => appBase,
    getMenuButtonBoundingClientRect: () => ({ top: 24, bottom: 56, left: 281, right: 368, width: 87, height: 32 }),
    getLaunchOptionsSync: () => launchOptions,
    getEnterOptionsSync: () => launchOptions,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0123456789abcdef', envVersion: 'develop' } }),
    canIUse: () => true,
    getFileSystemManager: () => files,
    getRecorderManager: () => recorder,
    nextTick: (run: () => void) => later(run),
    createIntersectionObserver: () => {
      const observer = { relativeTo: () => observer, relativeToViewport: () => observer, observe() {}, disconnect() {} }
      return observer
    },
    // Nothing is drawn, so nothing is found: null for one, an empty list for all.
    createSelectorQuery: () => {
      const found: (null | [])[] = []
      const query: object = new Proxy(
        {},
        {
          get: (_t, key) => (what?: unknown) => {
            if (key === 'exec') later(() => typeof what === 'function' && what(found))
            else if (key === 'select' || key === 'selectViewport') found.push(null)
            else if (key === 'selectAll') found.push([])
            return query
          },
        },
      )
      return query
    },
  }

  const quiet = new Set<string>(quietApis)
  const listeners = new Set(listenerApis)
  const lookUp = (name: string): unknown => {
    const record = (options: unknown) => calls.push({ name, options: safeCopy(options) })
    const sync = synchronous[name]
    if (sync) return (...args: never[]) => (record(args[0]), sync(...args))
    const act = acted[name]
    if (act) return (options: Options) => (record(options), act(options))
    if (listeners.has(name)) return () => void record(undefined)
    if (quiet.has(name)) return (options: Options) => (record(options), settle(name, options, null))
    return undefined
  }
  const names = [...Object.keys(synchronous), ...Object.keys(acted), ...quiet, ...listeners]
  // The bundle's loader keeps its list of chunks on the platform object.
  const own: Record<string, unknown> = { env: { USER_DATA_PATH: 'wxfile://usr' }, cloud: {}, webpackJsonp: undefined }
  const wx = new Proxy(own, {
    get(target, key) {
      if (typeof key !== 'string') return undefined
      if (key in target) return target[key]
      const found = lookUp(key)
      if (found === undefined) unknown.add(key)
      return found
    },
    set(target, key, value: unknown) {
      target[String(key)] = value
      return true
    },
    has: (target, key) => key in target || names.includes(String(key)),
    ownKeys: target => [...new Set([...Object.keys(target), ...names])],
    getOwnPropertyDescriptor: (target, key) => ({
      configurable: true,
      enumerable: true,
      writable: true,
      value: target[String(key)],
    }),
  })
  return { wx, calls, unknown, pending: () => pending }
}

/** Options without their callbacks; what can't be copied is told by its kind. */
function safeCopy(options: unknown): unknown {
  try {
    return copy(options)
  } catch {
    return typeof options
  }
}
