import { propose } from '../../cloud/domain/classification/propose'
import { standardPolicy } from '../builders/policy'
import { dangerousPhrases, everydayPhrases } from './everyday-phrases'

const proposal = (text: string) =>
  propose({ kind: 'complaint', category: 'other', urgency: null, text }, standardPolicy)

describe('everyday phrases (D-CL-4)', () => {
  it('are a hundred, each once, and belong to categories there are', () => {
    expect(new Set(everydayPhrases.map(([, phrase]) => phrase)).size).toBe(100)
    expect(everydayPhrases.filter(([category]) => !standardPolicy.category(category))).toEqual([])
    expect(dangerousPhrases.filter(danger => !everydayPhrases.some(([, phrase]) => phrase === danger))).toEqual([])
  })

  it('find their category', () => {
    const right = everydayPhrases.filter(([category, phrase]) => (proposal(phrase)?.category ?? 'other') === category)
    expect(right.length).toBeGreaterThanOrEqual(26)
  })

  it('of danger are emergencies', () => {
    const seen = everydayPhrases.filter(([, phrase]) => proposal(phrase)?.urgency === 'emergency')
    const missed = ['电梯门夹人', '外墙瓷砖快掉下来了']
    expect(seen.map(([, phrase]) => phrase)).toEqual(dangerousPhrases.filter(phrase => !missed.includes(phrase)))
  })
})
