/** One box of an MP4 or QuickTime file: offsets in bytes from the start of the file. */
export interface Box {
  readonly type: string
  readonly start: number
  /** Where its content begins. */
  readonly content: number
  readonly end: number
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const nameAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))

/** The boxes of one level; a size that does not fit ends the list. */
export function boxesIn(bytes: Uint8Array, from = 0, to = bytes.byteLength): Box[] {
  const view = viewOf(bytes)
  const boxes: Box[] = []
  for (let start = from; start + 8 <= to;) {
    let size = view.getUint32(start)
    let header = 8
    if (size === 1 && start + 16 <= to) {
      size = Number(view.getBigUint64(start + 8))
      header = 16
    }
    // 0: up to the end of the file.
    if (size === 0) size = to - start
    if (size < header || start + size > to) break
    boxes.push({ type: nameAt(bytes, start + 4), start, content: start + header, end: start + size })
    start += size
  }
  return boxes
}

const within = (bytes: Uint8Array, box: Box): Box[] => boxesIn(bytes, box.content, box.end)

/** Boxes reached by a path such as `moov`, `trak`. */
export function boxesAt(bytes: Uint8Array, path: readonly string[]): Box[] {
  let level = boxesIn(bytes)
  path.forEach((type, depth) => {
    const matching = level.filter(box => box.type === type)
    level = depth === path.length - 1 ? matching : matching.flatMap(box => within(bytes, box))
  })
  return level
}

/** Whether any track shows pictures; sound alone is a voice note. */
export function hasVideoTrack(bytes: Uint8Array): boolean {
  return boxesAt(bytes, ['moov', 'trak', 'mdia', 'hdlr']).some(box => nameAt(bytes, box.content + 8) === 'vide')
}

/** Pixels of the first track that has any. */
export function frameSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = viewOf(bytes)
  for (const box of boxesAt(bytes, ['moov', 'trak', 'tkhd'])) {
    if (box.end - box.content < 84) continue
    // Fixed-point numbers, 16.16, the last eight bytes of the box.
    const [width, height] = [view.getUint16(box.end - 8), view.getUint16(box.end - 4)]
    if (width > 0 && height > 0) return { width, height }
  }
  return null
}
