/**
 * Cutting text where a reader sees a border between characters, never inside one: not within a surrogate pair, an emoji
 * with skin tone or joiners, a flag, a letter with its accents. Written out because mini-programs have no `Intl`
 * (P-RUN-4). `types/whole-characters.d.ts` sends everybody here.
 */

/** Inclusive ranges of code points that belong to the character before them. */
const following: readonly (readonly [number, number])[] = [
  [0x0300, 0x036f], // combining accents
  [0x0483, 0x0489],
  [0x0591, 0x05bd], // Hebrew points
  [0x0610, 0x061a],
  [0x064b, 0x065f], // Arabic vowels
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x0900, 0x0903], // Devanagari vowels
  [0x093a, 0x094f],
  [0x0e31, 0x0e31], // Thai vowels and tones
  [0x0e34, 0x0e3a],
  [0x0e47, 0x0e4e],
  [0x0f71, 0x0f84], // Tibetan vowels
  [0x0f90, 0x0fbc],
  [0x1160, 0x11ff], // Hangul vowels and finals
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200c, 0x200d], // joiners
  [0x20d0, 0x20ff], // marks for symbols, the keycap among them
  [0x302a, 0x302f], // tone marks
  [0x3099, 0x309a], // kana voicing
  [0xfe00, 0xfe0f], // variation selectors
  [0xfe20, 0xfe2f],
  [0x1f3fb, 0x1f3ff], // skin tones
  [0xe0020, 0xe007f], // tags, of flags such as Scotland's
  [0xe0100, 0xe01ef],
]

const joiner = 0x200d
const within = (code: number, [first, last]: readonly [number, number]): boolean => code >= first && code <= last
const follows = (code: number): boolean => code >= 0x0300 && following.some(range => within(code, range))
const isPictograph = (code: number): boolean =>
  code === 0xa9 || code === 0xae || within(code, [0x203c, 0x2bff]) || within(code, [0x1f000, 0x1faff])
const isFlagLetter = (code: number): boolean => within(code, [0x1f1e6, 0x1f1ff])
const unitsOf = (code: number): number => (code > 0xffff ? 2 : 1)

/** The index (UTF-16 units) at which the character that begins at `start` ends. */
function characterEnd(text: string, start: number): number {
  const first = text.codePointAt(start) ?? 0
  let before = first
  let at = start + unitsOf(first)
  if (first === 0x0d && text.codePointAt(at) === 0x0a) return at + 1
  for (let code = text.codePointAt(at); code !== undefined; code = text.codePointAt(at)) {
    const secondFlagLetter = isFlagLetter(code) && isFlagLetter(before) && at === start + 2
    const joined = before === joiner && isPictograph(code)
    if (!follows(code) && !secondFlagLetter && !joined) break
    before = code
    at += unitsOf(code)
  }
  return at
}

/** The first character as a reader sees it; '' of an empty text. */
export const firstCharacter = (text: string): string => (text === '' ? '' : partBetween(text, 0, characterEnd(text, 0)))

/**
 * What stands for a person in a small circle: the last two characters of the name, as readers see them. By the first
 * one alone, which is the family name, most people of a list would be the same.
 */
export function shortName(name: string): string {
  const starts: number[] = []
  for (let at = 0; at < name.length; at = characterEnd(name, at)) starts.push(at)
  return name.slice(starts[starts.length - 2] ?? 0)
}

/** 「＊＊明」: enough to know oneself by, and not to learn who else is meant. */
export function hiddenName(name: string): string {
  const starts: number[] = []
  for (let at = 0; at < name.length; at = characterEnd(name, at)) starts.push(at)
  return `${'＊'.repeat(Math.max(0, starts.length - 1))}${name.slice(starts[starts.length - 1] ?? 0)}`
}

/** Bytes of a code point in UTF-8. */
const bytesOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code > 0xffff ? 4 : 3)

type Measure = (code: number) => number

const sizeOf = (text: string, measure: Measure, from = 0, to = text.length): number => {
  let size = 0
  for (let at = from; at < to;) {
    const code = text.codePointAt(at) ?? 0
    size += measure(code)
    at += unitsOf(code)
  }
  return size
}

/** The longest beginning of at most `max` that ends between characters. */
function beginning(text: string, max: number, measure: Measure): string {
  let size = 0
  let at = 0
  while (at < text.length) {
    const end = characterEnd(text, at)
    size += sizeOf(text, measure, at, end)
    if (size > max) break
    at = end
  }
  return partBetween(text, 0, at)
}

function cutBy(text: string, max: number, mark: string, measure: Measure): string {
  const fitting = beginning(text, max, measure)
  if (fitting.length === text.length) return text
  const room = max - sizeOf(mark, measure)
  return room < 0 ? fitting : beginning(text, room, measure) + mark
}

/**
 * At most `max` UTF-16 units (what `length`, input fields and the limits of the contract count), cut between characters.
 * `mark` ends a text that was cut and counts towards `max`. A first character longer than `max` leaves nothing but the mark.
 */
export const cutText = (text: string, max: number, mark = ''): string =>
  text.length <= max ? text : cutBy(text, max, mark, unitsOf)

/** The same for channels that count bytes of UTF-8 (a WeCom robot takes 2048). */
export const cutBytes = (text: string, max: number, mark = ''): string => cutBy(text, max, mark, bytesOf)

/**
 * A part at borders known to lie between characters: positions in a date, a key or digits, or of a match that was
 * searched for. Negative positions count from the end, as with `slice`.
 */
export const partBetween = (text: Sliceable, from: number, to?: number): string => text.slice(from, to)

/** A text as `types/whole-characters.d.ts` shows it to nobody else. */
interface Sliceable {
  slice(from: number, to?: number): string
}
