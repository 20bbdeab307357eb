import { likeness, saysOf } from './likeness'

const alike = (one: string, other: string): number => likeness(saysOf(one), saysOf(other))

describe('how much two texts say the same (D-SP-2)', () => {
  it('a line is found in a page, whichever comes first', () => {
    const line = '二单元电梯又停了'
    const page = '您好，二单元电梯又停了，早上上班等了二十分钟，家里有八十岁老人，麻烦尽快安排处理，谢谢'
    expect([alike(line, page), alike(page, line)]).toEqual([1, 1])
  })

  it.each([
    ['courtesies alone', '您好，麻烦尽快安排处理，谢谢', '你好，希望尽快处理，谢谢物业'],
    ['words that meet only across a comma', '楼道有垃，圾桶', '垃圾桶满了'],
    ['nothing at all', '', '电梯门关不上'],
  ])('%s is nothing in common', (_, one, other) => {
    expect(alike(one, other)).toBe(0)
  })

  it('the same told in other words has much in common, another trouble little', () => {
    const flood = '地下车库入口积水很深，车开不进去'
    expect(alike(flood, '下雨后地下车库入口积水，过不去')).toBeGreaterThan(0.6)
    expect(alike(flood, '地下车库的摄像头坏了好久没人修')).toBeLessThan(0.6)
    expect(alike('电梯坏了', '电梯里的灯坏了')).toBeLessThan(0.6)
  })
})
