/** The part of AbortSignal that is needed; older mini-program libraries have none. */
export interface AbortSignalLike {
  readonly aborted: boolean
  addEventListener(type: string, listener: () => void): void
  removeEventListener(type: string, listener: () => void): void
}

export interface Aborter {
  readonly signal: AbortSignalLike
  abort(): void
}

/** An aborter that calls each listener once. */
export function createAborter(): Aborter {
  const listeners = new Set<() => void>()
  let aborted = false
  return {
    signal: {
      get aborted() {
        return aborted
      },
      addEventListener: (_type, listener) => void listeners.add(listener),
      removeEventListener: (_type, listener) => void listeners.delete(listener),
    },
    abort() {
      if (aborted) return
      aborted = true
      const called = [...listeners]
      listeners.clear()
      called.forEach(listener => listener())
    },
  }
}
