import { useEffect, useState } from 'react'
import { useObserved } from '../device/use-observed'
import { call, upload } from '../call/client'
import { CallError } from '../call/call-error'
import { dropFile, fileExists } from '../device/local-file'
import { online } from '../device/network'
import { createUploadQueue, type UploadQueue } from './upload-queue'
import { broken, mediaIdsOf, unsent, type MediaChange, type PickedMedia } from './picked-media'

export interface Uploads {
  value: readonly PickedMedia[]
  onChange: (update: MediaChange) => void
  /** Photos the server has. */
  photos: string[]
  /** The one video or voice note the server has. */
  recording: string | undefined
  /** How many are still on their way. */
  pending: number
  /** How many need the person: retry or remove. */
  failed: number
  /** Everything chosen has arrived. */
  settled: boolean
  clear: () => void
}

/** Links of an earlier visit have run out; files the server has dropped are said so. */
async function renewLinks(queue: UploadQueue): Promise<void> {
  const mediaIds = mediaIdsOf(queue.items.get(), ['image', 'video', 'audio'])
  if (mediaIds.length === 0) return
  try {
    const { items } = await call('media', 'links', { mediaIds }, { retries: 2, quiet: true })
    queue.change(current =>
      current.map(item => ({ ...item, ...items.find(({ mediaId }) => mediaId === item.mediaId) })),
    )
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'notFound') return
    queue.change(current =>
      current.map(item =>
        item.mediaId
          ? { ...item, mediaId: null, status: 'failed', localPath: null, message: '照片已过期，请删除后重新添加' }
          : item,
      ),
    )
  }
}

const later = (work: () => void, ms: number) => {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/**
 * The upload queue of one form: `<MediaPicker value={uploads.value} onChange={uploads.onChange} …/>`. `initial` is
 * what a draft kept; it is read once.
 */
export function useUploads(initial: readonly PickedMedia[] = []): Uploads {
  const [queue] = useState(() =>
    createUploadQueue({ send: upload, exists: fileExists, drop: dropFile, connected: online, later }, initial),
  )
  useEffect(() => {
    queue.start()
    void renewLinks(queue)
    return queue.stop
  }, [queue])
  const value = useObserved(queue.items)
  const failed = broken(value).length
  const pending = unsent(value).length
  return {
    value,
    onChange: queue.change,
    photos: mediaIdsOf(value, ['image']),
    recording: mediaIdsOf(value, ['video', 'audio'])[0],
    pending,
    failed,
    settled: pending + failed === 0,
    clear: () => queue.change(() => []),
  }
}
