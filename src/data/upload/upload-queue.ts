import { createAborter, type Aborter } from '../call/abort'
import { CallError, messageOf } from '../call/call-error'
import { createObservable, type Observable } from '../device/observable'
import { backoffMs } from '../call/retry'
import type { Uploaded, UploadOptions } from '../call/transport'
import type { MediaChange, PickedMedia } from './picked-media'

export interface UploadQueueParts {
  send: (localPath: string, options: UploadOptions) => Promise<Uploaded>
  exists: (localPath: string) => Promise<boolean>
  /** Forgets a local file that is no longer needed. */
  drop: (localPath: string) => void
  connected: Observable<boolean>
  /** Runs `work` after `ms` milliseconds; answers a way to call it off. */
  later: (work: () => void, ms: number) => () => void
}

export interface UploadQueue {
  readonly items: Observable<readonly PickedMedia[]>
  change(update: MediaChange): void
  /** Begins to send, or goes on after a stop. */
  start(): void
  /** Stops sending; the items stay as they are. */
  stop(): void
}

const waitsForNetwork = '等待网络，会自动继续'
const gone = '手机上找不到这个文件了，请删除后重新添加'

/** What an earlier visit left half done begins again. */
const resumed = (item: PickedMedia): PickedMedia =>
  item.status === 'uploading' ? { ...item, status: 'waiting' } : item

/**
 * Sends files one by one (D-IN-5). A lost network pauses the queue: it goes on with growing pauses, and at once when
 * the network is back. A file the server refuses stays with the reason until the person retries or removes it.
 */
export function createUploadQueue(parts: UploadQueueParts, initial: readonly PickedMedia[] = []): UploadQueue {
  const items = createObservable<readonly PickedMedia[]>(initial.map(resumed))
  let current: { key: string; aborter: Aborter } | null = null
  let losses = 0
  let cancelPause: (() => void) | null = null
  let stopped = true
  let unfollow = () => {}

  const edit = (key: string, change: Partial<PickedMedia>) =>
    items.set(items.get().map(item => (item.key === key ? { ...item, ...change } : item)))

  const settle = (key: string, change: Partial<PickedMedia>) => {
    if (current?.key === key) current = null
    if (!stopped) edit(key, change)
  }

  const fail = (key: string, error: unknown) => {
    if (error instanceof CallError && error.code === 'cancelled') return settle(key, {})
    if (!(error instanceof CallError) || !error.retryable) {
      return settle(key, { status: 'failed', progress: 0, message: messageOf(error) })
    }
    settle(key, { status: 'waiting', progress: 0, message: waitsForNetwork })
    cancelPause = parts.later(() => {
      cancelPause = null
      pump()
    }, backoffMs(losses++))
  }

  async function send(item: PickedMedia, aborter: Aborter): Promise<void> {
    const path = item.localPath
    try {
      if (!path || !(await parts.exists(path))) {
        return settle(item.key, { status: 'failed', localPath: null, message: gone })
      }
      const sent = await parts.send(path, {
        signal: aborter.signal,
        onProgress: share => {
          // Each tenth is enough to see it move; every event would redraw the form.
          const shown = items.get().find(({ key }) => key === item.key)?.progress ?? 1
          if (share - shown >= 0.1) edit(item.key, { progress: share })
        },
      })
      losses = 0
      settle(item.key, { ...sent, status: 'done', progress: 1, message: null, localPath: null })
      parts.drop(path)
    } catch (error) {
      fail(item.key, error)
    }
  }

  function pump(): void {
    if (stopped || cancelPause) return
    if (current && !items.get().some(({ key }) => key === current?.key)) {
      // The person removed the file that is on its way.
      const abandoned = current.aborter
      current = null
      abandoned.abort()
    }
    const next = items.get().find(({ status }) => status === 'waiting')
    if (current || !next) return
    const aborter = createAborter()
    current = { key: next.key, aborter }
    edit(next.key, { status: 'uploading', progress: 0, message: null })
    void send(next, aborter).then(pump)
  }

  const hurry = () => {
    cancelPause?.()
    cancelPause = null
  }
  const onNetwork = () => {
    if (!parts.connected.get()) return
    losses = 0
    hurry()
    pump()
  }

  return {
    items,
    start() {
      if (!stopped) return
      stopped = false
      unfollow = parts.connected.subscribe(onNetwork)
      pump()
    },
    change(update) {
      const before = items.get()
      const after = update(before)
      items.set(after)
      before
        .filter(({ key, localPath }) => localPath && !after.some(item => item.key === key))
        .forEach(({ localPath }) => localPath && parts.drop(localPath))
      // A tap on 重试 or a new file does not wait for the pause to end.
      hurry()
      pump()
    },
    stop() {
      stopped = true
      hurry()
      unfollow()
      current?.aborter.abort()
      current = null
      items.set(items.get().map(resumed))
    },
  }
}
