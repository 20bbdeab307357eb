import { limits } from '../../../types/limits'

/** A photo as it was picked. Pixels as stored, before a turn that the file asks for. */
export interface PhotoSize {
  width: number
  height: number
  bytes: number
}

/** Longest side that is of use, pixels: the server keeps no more. */
export const usefulSide = 2560

/** One try at a smaller photo. `quality` of the JPEG: 0 … 1. */
export interface Attempt {
  side: number
  quality: number
}

/** From hardly worse to still readable; the first that fits is taken. */
export const attempts: readonly Attempt[] = [
  { side: usefulSide, quality: 0.85 },
  { side: 1920, quality: 0.75 },
  { side: 1280, quality: 0.6 },
]

export const fits = (bytes: number): boolean => bytes <= limits.mediaBytes

/** It goes as it is: the server takes it, and would not shrink it. */
export const isFine = ({ width, height, bytes }: PhotoSize): boolean =>
  fits(bytes) && Math.max(width, height) <= usefulSide

/** Width and height with the longer side at most `side`; never larger than before, never less than a pixel. */
export function scaled(
  { width, height }: { width: number; height: number },
  side: number,
): { width: number; height: number } {
  const share = Math.min(1, side / Math.max(width, height))
  const pixels = (length: number) => Math.max(1, Math.round(length * share))
  return { width: pixels(width), height: pixels(height) }
}
