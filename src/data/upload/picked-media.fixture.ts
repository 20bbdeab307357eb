import type { PickedMedia } from './picked-media'

/** A photo that was just picked. */
export const aPhoto = (part: Partial<PickedMedia> = {}): PickedMedia => ({
  key: 'k1',
  kind: 'image',
  localPath: '/tmp/1.jpg',
  mediaId: null,
  url: null,
  thumbUrl: null,
  status: 'waiting',
  progress: 0,
  message: null,
  ...part,
})
