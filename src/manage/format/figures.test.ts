import { dispositionLabels, endingLabels, exemptionLabels, keysOf } from '../../../types/vocabulary'
import { boundWords, countedWords, rateWords, sampleWords, shareWords, type Figures } from './figures'

const zeros = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map(name => [name, 0])) as Record<Name, number>
const none = { count: 0, of: 0 }
const figures = (some: Partial<Figures> = {}): Figures => ({
  sent: 30,
  answered: 25,
  satisfied: 20,
  share: 0.8,
  low: 0.6087,
  high: 0.9114,
  enough: true,
  bounds: { low: 20 / 30, high: 25 / 30 },
  rates: { response: none, resolution: none, satisfaction: none },
  dispositions: zeros(keysOf(dispositionLabels)),
  callRates: { response: none, cooperation: none, refusal: none, contact: none },
  answeredByPhone: 0,
  exempt: zeros(keysOf(exemptionLabels)),
  endings: zeros(keysOf(endingLabels)),
  ...some,
})

it('a share is told with how many it rests on and where the true one is likely to lie (D-CB-8)', () => {
  expect([shareWords(figures()), sampleWords(figures())]).toEqual([
    '80%',
    '25 人评价，问了 30 人；真实情况多半在 61%–91%',
  ])
})

it('of too few no share is told, and of nobody that there is none', () => {
  const few = figures({ sent: 3, answered: 2, satisfied: 2, share: 1, low: 0.34, high: 1, enough: false })
  expect([shareWords(few), sampleWords(few)]).toEqual(['样本太少（不到 5 人），先不比较', '2 人评价，问了 3 人'])
  expect(shareWords(figures({ answered: 0, share: null, low: null, high: null, enough: false }))).toBe('还没有人评价')
})

it('bounds are told where somebody has not answered (D-RP-7)', () => {
  expect(boundWords(figures())).toBe('没评价的 5 人如果都不满意是 67%，都满意是 83%')
  expect(boundWords(figures({ answered: 30 }))).toBeNull()
})

it('a rate is never without what it is made of', () => {
  expect([rateWords({ count: 27, of: 30 }), rateWords(none)]).toEqual(['90%（27/30）', '还没有'])
  expect(countedWords({ ...zeros(keysOf(endingLabels)), quiet: 2 }, endingLabels)).toEqual([['静默期满办结', '2']])
})
