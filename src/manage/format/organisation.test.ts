import { centerLine, nextPart } from './organisation'

const center = (counts: { buildings: number; rooms: number; staff: number; residents: number }) => ({
  estateName: '和美花园',
  counts,
})

test('what of a center comes next is named in the order in which it can be entered (D-OR-1)', () => {
  const empty = { buildings: 0, rooms: 0, staff: 0, residents: 0 }
  expect(nextPart(center(empty))?.begin).toBe('录入楼栋和房号')
  expect(nextPart(center({ ...empty, buildings: 2, rooms: 3 }))?.begin).toBe('录入员工')
  expect(nextPart(center({ buildings: 2, rooms: 3, staff: 4, residents: 0 }))?.begin).toBe('录入住户')
  expect(nextPart(center({ buildings: 2, rooms: 3, staff: 4, residents: 5 }))).toBeNull()
})

test('a center is told by what is there', () => {
  expect(centerLine(center({ buildings: 2, rooms: 3, staff: 0, residents: 0 }))).toBe('和美花园 · 2 栋楼，3 个房号')
})
