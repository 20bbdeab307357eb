import { anonymityOf } from './anonymity'

const chosen = { anonymous: true, roomMayBeKnown: false, atHome: true, neighbourDispute: false }

test('nothing is hidden until somebody chooses so', () => {
  expect(anonymityOf({ ...chosen, anonymous: false }).hidden).toBeNull()
})

test('D-IN-3: hidden, from home: name, phone and room can’t be seen, building and words can', () => {
  const { hidden, seen } = anonymityOf(chosen)
  expect(hidden).toBe('处理人员看不到您的姓名、电话和房号')
  expect(seen).toContain('看得到是哪一栋楼')
  expect(seen).toContain('照片')
})

test('a public place is shown as it is', () => {
  expect(anonymityOf({ ...chosen, atHome: false }).seen).toContain('看得到公共区域的位置')
})

test('who lets the room be known hears what it leads to', () => {
  const { hidden, seen } = anonymityOf({ ...chosen, roomMayBeKnown: true })
  expect(hidden).not.toContain('房号')
  expect(seen).toContain('会猜到是您')
})

test('D-IN-3: a neighbour dispute hides without the switch', () => {
  expect(anonymityOf({ ...chosen, anonymous: false, neighbourDispute: true }).hidden).toContain('管家看不到您的姓名')
})
