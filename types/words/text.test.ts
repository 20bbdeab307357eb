import * as fc from 'fast-check'
import { partBetween, cutBytes, cutText, shortName } from './text'

const wholes = [
  ['a surrogate pair', '𠮷'],
  ['an emoji', '😀'],
  ['a skin tone', '👍🏽'],
  ['a family of joined emoji', '👨‍👩‍👧‍👦'],
  ['a profession with a tone', '👩🏽‍🔧'],
  ['a flag of two letters', '🇨🇳'],
  ['a flag of tags', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ['a keycap', '1️⃣'],
  ['a heart with its selector', '❤️'],
  ['a letter with two accents', 'e\u0301\u0323'],
  ['kana with voicing', 'か\u3099'],
  ['a Thai syllable', 'ที่'],
  ['Devanagari with a vowel', 'कि'],
  ['Hangul jamo', '\u1112\u1161\u11ab'],
  ['an ideograph with a selector', '葛\u{e0100}'],
  ['a line break of two characters', '\r\n'],
] as const

test.each(wholes)('%s is kept whole or left out', (_name, character) => {
  expect(shortName(`王${character}${character}`)).toBe(`${character}${character}`)
  for (let room = 0; room < character.length; room += 1) expect(cutText(`梯${character}坏了`, 1 + room)).toBe('梯')
  expect(cutText(`梯${character}坏了`, 1 + character.length)).toBe(`梯${character}`)
})

test('three flags in a row are three characters', () => {
  expect(cutText('🇨🇳🇭🇰🇲🇴', 8)).toBe('🇨🇳🇭🇰')
  expect(cutText('🇨🇳🇭🇰🇲🇴', 7)).toBe('🇨🇳')
})

test('what fits is left as it is; what does not ends with the mark, which counts', () => {
  expect(cutText('电梯坏了', 4, '…')).toBe('电梯坏了')
  expect(cutText('电梯坏了！', 4, '…')).toBe('电梯坏…')
  expect(cutText('电梯坏了', 0, '…')).toBe('')
  expect(cutText('👨‍👩‍👧‍👦', 5, '…')).toBe('…')
})

test('people of one family name are told apart in two characters', () => {
  expect(['王建国', '王丽', '欧阳小明', '王', ''].map(shortName)).toEqual(['建国', '王丽', '小明', '王', ''])
})

test('bytes are those of UTF-8', () => {
  expect(cutBytes('电梯坏了', 12)).toBe('电梯坏了')
  expect(cutBytes('电梯坏了', 11)).toBe('电梯坏')
  expect(cutBytes('电梯坏了', 11, '…')).toBe('电梯…')
  expect(cutBytes('ab😀', 5)).toBe('ab')
  expect(cutBytes('é'.repeat(3000), 2048)).toBe('é'.repeat(1024))
})

const text = fc.array(fc.oneof(fc.constantFrom(...wholes.map(([, one]) => one)), fc.string({ unit: 'binary' })))
const endsInPair = (whole: string, at: number): boolean =>
  /[\uD800-\uDBFF]$/.test(whole.slice(0, at)) && /^[\uDC00-\uDFFF]/.test(whole.slice(at))

test('for any text: never longer than asked, a beginning of it, and no half of a pair at its end', () => {
  fc.assert(
    fc.property(text, fc.nat(60), (parts, max) => {
      const whole = parts.join('')
      const units = cutText(whole, max)
      const bytes = cutBytes(whole, max)
      expect(units.length).toBeLessThanOrEqual(max)
      expect(Buffer.byteLength(bytes, 'utf8')).toBeLessThanOrEqual(max)
      for (const part of [units, bytes]) {
        expect(whole.startsWith(part)).toBe(true)
        expect(endsInPair(whole, part.length)).toBe(false)
      }
    }),
  )
})

test('where the platform knows characters, every cut of what people write is at one of its borders', () => {
  const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' })
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...wholes.map(([, one]) => one), '电', '梯', 'a', ' ', '。'), { maxLength: 20 }),
      fc.nat(60),
      (parts, max) => {
        const whole = parts.join('')
        const borders = new Set([...characters.segment(whole)].map(({ index }) => index).concat(whole.length))
        expect(borders.has(cutText(whole, max).length)).toBe(true)
      },
    ),
  )
})

test('what has known borders is taken apart by position', () => {
  expect(partBetween('2026-03-05', 0, 4)).toBe('2026')
  expect(partBetween('13812341234', -4)).toBe('1234')
})
