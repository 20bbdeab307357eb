import type { MediaKind } from '../../../types/vocabulary'

/** What is stored, by the type the content was found to have; photos are always stored as JPEG. */
const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/wav': 'wav',
  // What administrators take away to be filled (D-OR-1).
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
}

export interface StoredMedium {
  readonly id: string
  readonly mime: string
  readonly kind: MediaKind
}

/** The key in the file store; it carries the type, since that is all a storage knows of a file. */
export const keyOf = ({ id, mime }: Pick<StoredMedium, 'id' | 'mime'>): string => `${id}.${extensions[mime] ?? 'bin'}`

/** null: only photos have a thumbnail. */
export const thumbKeyOf = ({ id, kind }: Pick<StoredMedium, 'id' | 'kind'>): string | null =>
  kind === 'image' ? `${id}.thumb.jpg` : null

/** The type of a stored file, from its key. */
export const mimeOfKey = (key: string): string => {
  const extension = key.slice(key.lastIndexOf('.') + 1)
  return Object.keys(extensions).find(mime => extensions[mime] === extension) ?? 'application/octet-stream'
}
