import { shiftsFault } from './shifts'

describe('shifts of a day', () => {
  it('refuse shifts that overlap or run backwards', () => {
    expect(shiftsFault([])).toBeNull()
    expect(
      shiftsFault([
        ['13:30', '24:00'],
        ['08:30', '13:30'],
      ]),
    ).toBeNull()
    expect(shiftsFault([['22:00', '06:00']])).toContain('跨零点')
    expect(
      shiftsFault([
        ['08:30', '12:30'],
        ['12:00', '18:00'],
      ]),
    ).toContain('重叠')
  })
})
