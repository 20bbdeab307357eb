import { createAborter, type AbortSignalLike, type Aborter } from '../call/abort'
import { createObservable, type Observable } from '../device/observable'
import { storage, type Store } from '../device/storage'

/** Something read from the server, with what the device kept of it. */
export interface Reading<T> {
  value: T | null
  /** Phone time (epoch ms) at which the shown value was kept; null when it came from the server just now. */
  savedAt: number | null
  /** Of the last try; the value shown stays. */
  error: unknown
  loading: boolean
}

export interface Reader<T> {
  state: Observable<Reading<T>>
  /** Reads again; what is shown stays until the answer. A second call while one is under way takes its place. */
  reload(): Promise<void>
  stop(): void
}

type Device = Pick<Store, 'cache' | 'readCached'>

/** `cacheName` null: nothing is kept on the device. */
export function createReader<T>(
  load: (signal: AbortSignalLike) => Promise<T>,
  cacheName: string | null,
  device: Device = storage,
): Reader<T> {
  const kept = cacheName === null ? null : device.readCached<T>(cacheName)
  const state = createObservable<Reading<T>>({
    value: kept?.value ?? null,
    savedAt: kept?.savedAt ?? null,
    error: null,
    loading: true,
  })
  let current: Aborter | null = null
  return {
    state,
    async reload() {
      current?.abort()
      const aborter = createAborter()
      current = aborter
      state.set({ ...state.get(), loading: true })
      try {
        const value = await load(aborter.signal)
        if (current !== aborter) return
        if (cacheName !== null) device.cache(cacheName, value)
        state.set({ value, savedAt: null, error: null, loading: false })
      } catch (error) {
        // An older answer must not overwrite the newer question's.
        if (current === aborter) state.set({ ...state.get(), error, loading: false })
      }
    },
    stop() {
      current?.abort()
      current = null
    },
  }
}
