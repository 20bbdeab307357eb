import type { ActRequest } from '../../../types/contract/commands'
import type { FileRequest } from '../../../types/contract/ticket'
import { CallError, messageOf } from '../call/call-error'
import { backoffMs } from '../call/retry'
import type { Uploaded } from '../call/transport'
import { createObservable, type Observable } from '../device/observable'
import { mediaIdsOf, type PickedMedia } from '../upload/picked-media'

interface Stored {
  /** Whose write it is: it is shown to, and sent for, nobody else on this phone. */
  owner: string
  /** Files to go with it, sent before it; those the server has are known by their ids. */
  media: readonly PickedMedia[]
  /** Server time at which it was meant, epoch ms. */
  at: number
  /** What is sent, in words: 「接单」. */
  word: string
  /** Of what, so that it is found again in a list: the place, or the first words. */
  about: string
  /** What was typed, by the name under which the device keeps drafts: a refused write goes back there. */
  draft: { name: string; value: unknown } | null
  /** Why the server did not take it, in words for the person; null: it waits for its turn. */
  refusal: string | null
}

/** A command of staff on one ticket, as `ticket.act` takes it. */
export interface StoredAct extends Stored {
  does: 'act'
  request: ActRequest
}

/** A resident's own filing, as `ticket.file` takes it. */
export interface StoredFiling extends Stored {
  does: 'file'
  request: FileRequest
}

/** A write that waits on the device for a network (D-HD-10, D-IN-5). Plain data. */
export type StoredWrite = StoredAct | StoredFiling

export const keyOf = ({ request }: StoredWrite): string => request.idempotencyKey

export interface OutboxParts {
  /** What the device kept. */
  initial: readonly StoredWrite[]
  /** False when the device has no room for it. */
  keep: (writes: readonly StoredWrite[]) => boolean
  /** `write.request` carries the ids of its files by now. */
  send: (write: StoredWrite) => Promise<unknown>
  upload: (localPath: string) => Promise<Uploaded>
  exists: (localPath: string) => Promise<boolean>
  drop: (localPath: string) => void
  connected: Observable<boolean>
  /** Who is signed in; null: nobody. */
  owner: Observable<string | null>
  /** Runs `work` after `ms` milliseconds; answers a way to call it off. */
  later: (work: () => void, ms: number) => () => void
  onSent: (write: StoredWrite, answer: unknown) => void
  onRefused: () => void
}

export interface Outbox {
  readonly writes: Observable<readonly StoredWrite[]>
  /** Takes a write to be sent after those before it; false when it could not be stored. The same key is taken once. */
  put(write: StoredWrite): boolean
  /** Gives up a write that was refused, or that is no longer wanted, with its files; false while it is being sent. */
  remove(key: string): boolean
  /** Takes a write out to be changed; its files stay. Null: there is none, or it is just being sent. */
  take(key: string): StoredWrite | null
  /** Begins to send, or goes on after a stop. */
  start(): void
  stop(): void
}

const fileGone = '手机上找不到照片了，请打开后重新添加'
const doubled = '先前那次已经提交成功，后来改动的内容没有发出'

const withMedia = (write: StoredWrite): StoredWrite => {
  const photos = mediaIdsOf(write.media, ['image'])
  const recording = mediaIdsOf(write.media, ['video', 'audio'])[0]
  const files = { ...(photos.length > 0 ? { photos } : {}), ...(recording ? { recording } : {}) }
  // Only requests whose form takes files have any.
  return { ...write, request: { ...write.request, ...files } } as StoredWrite
}

/**
 * Sends stored writes one after the other, in the order in which they were meant: a completion must not overtake the
 * acceptance before it. A lost network pauses all of them. What the server refuses keeps its reason until the person has
 * seen it, and does not hold up the others.
 */
export function createOutbox(parts: OutboxParts): Outbox {
  const writes = createObservable<readonly StoredWrite[]>(parts.initial)
  let stopped = true
  let busy = false
  /** Key of the write that is on its way. */
  let underWay: string | null = null
  let losses = 0
  let cancelPause: (() => void) | null = null
  let unfollow: readonly (() => void)[] = []

  const set = (next: readonly StoredWrite[]): boolean => {
    writes.set(next)
    return parts.keep(next)
  }
  const edit = (key: string, change: Partial<Stored>) =>
    void set(writes.get().map(write => (keyOf(write) === key ? { ...write, ...change } : write)))
  const current = (key: string) => writes.get().find(write => keyOf(write) === key)

  /** Uploads what is missing; an uploaded file is not sent again after a restart. */
  async function sendFiles(key: string): Promise<void> {
    for (;;) {
      const write = current(key)
      const item = write?.media.find(({ mediaId }) => mediaId === null)
      if (!write || !item) return
      const path = item.localPath
      if (!path || !(await parts.exists(path))) throw new CallError('invalidRequest', fileGone)
      const sent = await parts.upload(path)
      const done = { ...item, ...sent, status: 'done' as const, progress: 1, message: null, localPath: null }
      edit(key, { media: (current(key)?.media ?? []).map(other => (other.key === item.key ? done : other)) })
      parts.drop(path)
    }
  }

  async function sendOne(write: StoredWrite): Promise<'on' | 'wait'> {
    const key = keyOf(write)
    try {
      await sendFiles(key)
      const whole = current(key)
      if (!whole) return 'on'
      const answer = await parts.send(withMedia(whole))
      losses = 0
      parts.onSent(whole, answer)
      set(writes.get().filter(other => keyOf(other) !== key))
      return 'on'
    } catch (error) {
      if (error instanceof CallError && (error.retryable || error.code === 'cancelled')) return 'wait'
      // The session has run out: it waits for its owner to sign in again.
      if (error instanceof CallError && error.code === 'unauthenticated') return 'wait'
      const conflict = error instanceof CallError && error.code === 'idempotencyConflict'
      edit(key, { refusal: conflict ? doubled : messageOf(error) })
      parts.onRefused()
      return 'on'
    }
  }

  async function pump(): Promise<void> {
    if (busy) return
    busy = true
    try {
      while (!stopped && !cancelPause && parts.connected.get()) {
        const owner = parts.owner.get()
        const next = writes.get().find(write => write.refusal === null && write.owner === owner)
        if (!next) return
        underWay = keyOf(next)
        const outcome = await sendOne(next)
        underWay = null
        if (outcome === 'on' || stopped) continue
        cancelPause = parts.later(() => {
          cancelPause = null
          void pump()
        }, backoffMs(losses++))
      }
    } finally {
      busy = false
    }
  }

  const hurry = () => {
    cancelPause?.()
    cancelPause = null
    void pump()
  }
  const onChance = () => {
    losses = 0
    hurry()
  }

  const take = (key: string): StoredWrite | null => {
    if (key === underWay) return null
    const write = current(key)
    if (write) set(writes.get().filter(other => keyOf(other) !== key))
    return write ?? null
  }

  return {
    writes,
    take,
    put(write) {
      if (current(keyOf(write))) return true
      const before = writes.get()
      if (!set([...before, write])) {
        set(before)
        return false
      }
      hurry()
      return true
    },
    remove(key) {
      const write = take(key)
      write?.media.forEach(({ localPath }) => localPath && parts.drop(localPath))
      return write !== null
    },
    start() {
      if (!stopped) return
      stopped = false
      unfollow = [parts.connected, parts.owner].map(condition => condition.subscribe(onChance))
      void pump()
    },
    stop() {
      stopped = true
      cancelPause?.()
      cancelPause = null
      unfollow.forEach(end => end())
    },
  }
}
