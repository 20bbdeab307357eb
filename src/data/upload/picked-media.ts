import type { MediaKind } from '../../../types/vocabulary'

/** `waiting` covers both "not yet its turn" and "no network, goes on by itself". */
export type PickedStatus = 'waiting' | 'uploading' | 'done' | 'failed'

/** A photo, video or voice note on its way to the server. Plain data, so that a draft can keep it (D-IN-5). */
export interface PickedMedia {
  /** Made on the device; stays the same through retries. */
  key: string
  kind: MediaKind
  /** Path of the file on this phone; null when only the server has it, or when it is lost. */
  localPath: string | null
  /** Set once the server has it. */
  mediaId: string | null
  url: string | null
  thumbUrl: string | null
  status: PickedStatus
  /** Share sent, 0 … 1. */
  progress: number
  /** Why it failed, or why it waits; in words for the person. */
  message: string | null
  /** It can't be sent as it is: trying again would change nothing. */
  hopeless?: true
}

export type MediaChange = (current: readonly PickedMedia[]) => readonly PickedMedia[]

/** Ids of what the server has, in the order chosen. */
export const mediaIdsOf = (media: readonly PickedMedia[], kinds: readonly MediaKind[]): string[] =>
  media.flatMap(({ kind, mediaId }) => (mediaId && kinds.includes(kind) ? [mediaId] : []))

export const isRecording = ({ kind }: Pick<PickedMedia, 'kind'>): boolean => kind !== 'image'

/** Still to be sent: a form waits for these. */
export const unsent = (media: readonly PickedMedia[]): readonly PickedMedia[] =>
  media.filter(({ status }) => status === 'waiting' || status === 'uploading')

/** Not sent and not going to be without the person. */
export const broken = (media: readonly PickedMedia[]): readonly PickedMedia[] =>
  media.filter(({ status }) => status === 'failed')

export const pickedFrom = (
  file: { localPath: string; kind: MediaKind; message?: string },
  key: string,
): PickedMedia => ({
  key,
  kind: file.kind,
  localPath: file.localPath,
  mediaId: null,
  url: null,
  thumbUrl: null,
  status: file.message ? 'failed' : 'waiting',
  progress: 0,
  message: file.message ?? null,
  ...(file.message ? { hopeless: true as const } : {}),
})

/** Back to the queue, for the person who taps 重试. */
export const retried =
  (key: string): MediaChange =>
  current =>
    current.map(item => (item.key === key ? { ...item, status: 'waiting', progress: 0, message: null } : item))

export const removed =
  (key: string): MediaChange =>
  current =>
    current.filter(item => item.key !== key)
