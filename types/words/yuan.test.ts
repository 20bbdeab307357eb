import { yuanText } from './yuan'

test.each([
  [0, '0 元'],
  [12.5, '12.50 元'],
  [999, '999 元'],
  [1_000, '1,000 元'],
  [1_234_567.89, '1,234,567.89 元'],
])('%s yuan in words', (yuan, words) => expect(yuanText(yuan)).toBe(words))
