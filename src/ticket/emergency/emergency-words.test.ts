import { emergencyText } from './emergency-words'

const minute = 60_000
const ten = { handlerName: '李静', acceptBy: 10 * minute }

it('tells the minutes within which it is taken on, never fewer than there are', () => {
  expect(emergencyText(ten, 0)).toBe('李静 10 分钟内接单')
  expect(emergencyText(ten, 1)).toBe('李静 10 分钟内接单')
  expect(emergencyText(ten, 9.5 * minute)).toBe('李静 1 分钟内接单')
})

it('says what is so when nobody has it, when it is late and when it has been taken on', () => {
  expect(emergencyText({ handlerName: null, acceptBy: null }, 0)).toBe('正在为您安排人员')
  expect(emergencyText(ten, 10 * minute)).toBe('李静还没有接单，我们正在催')
  expect(emergencyText({ ...ten, acceptBy: null }, 0)).toBe('李静已接单，正在处理')
})
