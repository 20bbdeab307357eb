import sharp from 'sharp'
import type { Phone } from './stage'

/** What a person does with a screen, counted as it is done. */
export interface Touches {
  /** Taps, those for photos among them. */
  taps: number
  /** Of these: the picker's tile, and one for each photo in the system's chooser. */
  photoTaps: number
  /** Keys besides those that write: Enter, Tab, arrows. */
  keys: number
  /** Characters written. */
  typed: number
}

export interface Hand {
  readonly touches: Touches
  tap(selector: string): Promise<void>
  press(key: string): Promise<void>
  /** Taps into a field, as everybody has to, and writes. */
  write(field: string, words: string): Promise<void>
  /** Opens a picker and picks as many photos in the system's own chooser. */
  pickPhotos(picker: string, count: number): Promise<void>
}

const photo = (shade: number): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: { r: shade, g: shade, b: shade } } })
    .jpeg()
    .toBuffer()

/** The only way in which a journey moves a phone: whatever is not counted here does not happen. */
export function handOn(phone: Phone): Hand {
  const touches: Touches = { taps: 0, photoTaps: 0, keys: 0, typed: 0 }
  const tap = async (selector: string): Promise<void> => {
    await phone.at(selector).tap()
    touches.taps += 1
  }
  return {
    touches,
    tap,
    async press(key) {
      await phone.page.keyboard.press(key)
      touches.keys += 1
    },
    async write(field, words) {
      await tap(`${field}-input`)
      await phone.page.keyboard.insertText(words)
      touches.typed += [...words].length
    },
    async pickPhotos(picker, count) {
      const chooser = phone.page.waitForEvent('filechooser')
      await tap(`${picker}-photo`)
      const files = await Promise.all(
        Array.from({ length: count }, async (_, index) => ({
          name: `photo-${index}.jpg`,
          mimeType: 'image/jpeg',
          buffer: await photo(100 + index),
        })),
      )
      await (await chooser).setFiles(files)
      touches.taps += count
      touches.photoTaps += count + 1
      // A person sees that they are still on their way, and waits.
      await phone.page.waitForFunction(
        ([own, wanted]) =>
          document.querySelectorAll(`${own} .picker-tile`).length >= wanted &&
          document.querySelector(`${own} .picker-state`) === null,
        [picker, count] as const,
      )
    },
  }
}
