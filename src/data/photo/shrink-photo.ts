import { attempts, fits, isFine, type Attempt, type PhotoSize } from './photo-size'

export interface PhotoFile {
  path: string
  bytes: number
}

/** One way to write a photo anew, smaller; throws where the platform can't. */
export type Way = (attempt: Attempt) => Promise<PhotoFile>

export interface OpenPhoto extends Pick<PhotoSize, 'width' | 'height'> {
  /** Of a format that the server takes. */
  known: boolean
  /** The best first. */
  ways: readonly Way[]
  close?: () => void
}

/** Null: it can't be opened on this device. */
export type Opener = (path: string) => Promise<OpenPhoto | null>

async function smaller(way: Way, enough: (made: PhotoFile) => boolean): Promise<PhotoFile | null> {
  for (const attempt of attempts) {
    try {
      const made = await way(attempt)
      if (enough(made)) return made
    } catch {
      // Not offered here, or out of memory: a smaller picture by the same way would fail as well.
      return null
    }
  }
  return null
}

/**
 * The photo as it is sent (D-IN-5): as it is where that is fine, else made smaller, since a photo of 20 MB would be
 * refused after minutes of sending. Null: it is too large, and can't be made smaller here.
 */
export async function shrinkPhoto({ path, bytes }: PhotoFile, open: Opener): Promise<string | null> {
  const asItIs = fits(bytes) ? path : null
  const photo = await open(path)
  if (!photo) return asItIs
  try {
    if (photo.known && isFine({ ...photo, bytes })) return path
    const enough = (made: PhotoFile) => fits(made.bytes) && (made.bytes < bytes || !photo.known)
    for (const way of photo.ways) {
      const made = await smaller(way, enough)
      if (made) return made.path
    }
    return asItIs
  } finally {
    photo.close?.()
  }
}
