import { textScale } from './text-scale'

it.each([
  [undefined, false, 1],
  [1, false, 1],
  [1.4, false, 1.4],
  [0.8, false, 1],
  [3, false, 1.6],
  [1.2, true, 1],
])('scales text for a system factor of %p (elder view: %p) by %p', (factor, elder, expected) => {
  expect(textScale(factor, elder)).toBeCloseTo(expected)
})

it('grows the elder view by what the system asks beyond it', () => {
  expect(textScale(1.56, true)).toBeCloseTo(1.2)
})
