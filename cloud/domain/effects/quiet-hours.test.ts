import { march } from '../../../test/builders/clock'
import { endOfQuiet } from './quiet-hours'

const night = { from: '21:30', to: '07:30' }

describe('quiet hours', () => {
  it.each([
    ['in the evening', march(2, '22:00'), march(3, '07:30')],
    ['as they begin', march(2, '21:30'), march(3, '07:30')],
    ['after midnight', march(3, '00:00'), march(3, '07:30')],
    ['as they end', march(3, '07:30'), march(3, '07:30')],
    ['by day', march(3, '12:00'), march(3, '12:00')],
  ])('%s', (_when, at, told) => {
    expect(endOfQuiet(night, at)).toBe(told)
  })

  it('over noon, and none at all', () => {
    expect(endOfQuiet({ from: '12:00', to: '14:00' }, march(2, '13:00'))).toBe(march(2, '14:00'))
    expect(endOfQuiet(undefined, march(2, '23:00'))).toBe(march(2, '23:00'))
    expect(endOfQuiet({ from: '22:00', to: '24:00' }, march(2, '23:00'))).toBe(march(3, '00:00'))
  })
})
