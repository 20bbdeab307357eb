import { gramsOf } from './grams'

describe('pairs of characters', () => {
  it('each once, without case and spaces', () => {
    expect(gramsOf('A1 栋a1栋')).toEqual(['a1', '1栋', '栋a'])
  })
  it('whole characters, however many units they take', () => {
    expect(gramsOf('漏💧水')).toEqual(['漏💧', '💧水'])
  })
  it('nothing of less than two', () => {
    expect([gramsOf(''), gramsOf(' 漏 ')]).toEqual([[], []])
  })
  it('a text has all pairs of whatever it contains', () => {
    const text = new Set(gramsOf('请在 3 栋一单元门口等我，紫色雨伞'))
    for (const part of ['紫色雨伞', '3 栋', '口等我，紫', '栋一'])
      expect([part, gramsOf(part).every(gram => text.has(gram))]).toEqual([part, true])
  })
})
