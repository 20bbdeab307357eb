import { wholeNumber } from './caller-number'

test.each([
  ['1380000', null],
  ['138 0000 0000', '13800000000'],
  ['138-0000-0000', '13800000000'],
  ['+8613800000000', '13800000000'],
  ['138000000001', null],
  ['0571-88001234', '057188001234'],
  ['0571-880', null],
  ['', null],
])('%s is looked up as %s', (typed, number) => expect(wholeNumber(typed)).toBe(number))
