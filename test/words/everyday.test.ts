import { propose } from '../../cloud/domain/classification/propose'
import { everydayWords } from '../../types/words/everyday-words'
import { standardPolicy } from '../builders/policy'
import { dangerousPhrases, everydayPhrases, laterPhrases } from './everyday-phrases'

const proposal = (text: string) =>
  propose({ kind: 'complaint', category: 'other', urgency: null, text }, standardPolicy)

describe('everyday phrases (D-CL-4)', () => {
  it('are a hundred, each once, and belong to categories there are', () => {
    expect(new Set(everydayPhrases.map(([, phrase]) => phrase)).size).toBe(100)
    expect(everydayPhrases.filter(([category]) => !standardPolicy.category(category))).toEqual([])
    expect(dangerousPhrases.filter(danger => !everydayPhrases.some(([, phrase]) => phrase === danger))).toEqual([])
  })

  it('find their category, but for these', () => {
    const missed = everydayPhrases.filter(([category, phrase]) => (proposal(phrase)?.category ?? 'other') !== category)
    expect(missed).toEqual([
      ['lift', '轿厢里一股尿味'],
      ['power', '电表箱冒烟了'],
      ['lighting', '大堂的灯白天也亮着浪费电'],
      ['pets', '邻居家狗整夜叫'],
      ['attitude', '维修师傅约好了又不来'],
    ])
  })

  it('that the list has never seen find it in 28 of 40, but for these', () => {
    const missed = laterPhrases.filter(([category, phrase]) => (proposal(phrase)?.category ?? 'other') !== category)
    expect(laterPhrases.length).toBe(40)
    expect(missed.map(([, phrase]) => phrase)).toEqual([
      '洗手台下面老是一滩水',
      '雨一大书房墙就往里渗',
      '楼上空调水滴到我家雨棚',
      '总闸推不上去',
      '车库里伸手不见五指',
      '单元门每天砰砰响关得太重',
      '大件家具扔哪里',
      '小区的花没人管都死了',
      '电梯口地砖黏糊糊的',
      '车子被人划了想查监控',
      '楼上小孩拍皮球',
      '小区围墙有个洞，外人能钻进来',
    ])
  })

  it('of danger are emergencies, and no others', () => {
    const seen = everydayPhrases.filter(([, phrase]) => proposal(phrase)?.urgency === 'emergency')
    expect(seen.map(([, phrase]) => phrase)).toEqual(dangerousPhrases)
  })
})

describe('the everyday words', () => {
  const all = Object.values(everydayWords).flatMap(({ things, troubles }) => `${things} ${troubles}`.trim().split(/ +/))

  it('are at least 400 and stand in one place each', () => {
    expect(all.length).toBeGreaterThanOrEqual(400)
    expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([])
  })

  it('are split at single spaces', () => {
    const lines = Object.values(everydayWords).flatMap(({ things, troubles }) => [things, troubles])
    expect(lines.filter(line => line !== line.trim() || line.includes('  '))).toEqual([])
  })

  it('belong to default categories', () => {
    expect(Object.keys(everydayWords).filter(id => !standardPolicy.category(id))).toEqual([])
  })

  it('take no more than 12 KB of the main package', () => {
    expect(Buffer.byteLength(JSON.stringify(everydayWords))).toBeLessThan(12 * 1024)
  })
})
