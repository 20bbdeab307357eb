import { boundsWords, changeTone, changeWords, effectWords, partSample, partWords, previewWords } from './campaign'

const interval = (share: number, low: number, high: number) => ({ share, low, high })
const none = { declined: 0, askedEnough: 0 }

test('before a survey is sent it is said how many are asked, and how many not and why', () => {
  expect(previewWords({ frame: 60, drawn: 60, notAsked: none })).toBe('共 60 户，会请 60 户填。')
  expect(previewWords({ frame: 60, drawn: 60, notAsked: { declined: 2, askedEnough: 3 } })).toBe(
    '共 60 户，会请 55 户填。不希望被回访的 2 户、这个月已经问过多次的 3 户，不问。',
  )
  // Of a sample nobody knows before who is drawn.
  expect(previewWords({ frame: 60, drawn: 20, notAsked: { declined: 2, askedEnough: 0 } })).toBe(
    '从 60 户里抽 20 户。全部住户里不希望被回访的 2 户，抽到了也不问。',
  )
})

test('a change is told with its range, and as none where the range reaches over zero (D-CB-8)', () => {
  expect(changeWords(interval(0.44, 0.2, 0.6))).toBe('比上次高 44 个百分点（多半在 +20 到 +60 之间）')
  expect(changeWords(interval(-0.1, -0.18, -0.02))).toBe('比上次低 10 个百分点（多半在 -18 到 -2 之间）')
  expect(changeWords(interval(0.05, -0.1, 0.2))).toBe('和上次比看不出变化（+5 个百分点，多半在 -10 到 +20 之间）')
  expect([interval(0.4, 0.2, 0.6), interval(-0.1, -0.2, -0.02), interval(0, -0.1, 0.1)].map(changeTone)).toEqual([
    'better',
    'worse',
    'same',
  ])
})

test('a part of few households is withheld, and says why (D-CB-5)', () => {
  const few = { of: 3, withheld: true, satisfied: null, mean: null }
  expect(partWords(few)).toBe('不到 5 户，不显示')
  expect(partWords({ ...few, of: 7 })).toBe('为保护人少的部分，不显示')
  expect(partSample(few)).toBe('3 户答了')
  const enough = { of: 40, withheld: false, satisfied: interval(0.8, 0.65, 0.9), mean: 4.12 }
  expect(partWords(enough)).toBe('80%')
  expect(partSample(enough)).toBe('40 户答了；平均 4.1 分；真实情况多半在 65%–90%')
})

test('who has not answered is counted both ways (D-RP-7), and an effect waits for the next survey', () => {
  expect(boundsWords({ bounds: { low: 0.4, high: 0.9 }, of: 30 }, 60)).toBe(
    '没答的 30 户如果都不满意是 40%，都满意是 90%',
  )
  expect(boundsWords({ bounds: { low: 0.5, high: 0.5 }, of: 60 }, 60)).toBeNull()
  const before = { satisfied: interval(0.38, 0.2, 0.5) }
  expect(effectWords(before, { satisfied: interval(0.82, 0.7, 0.9) })).toBe('38% → 82%')
  expect(effectWords(before, null)).toBe('定措施时 38%，下次调查后可以看到变化')
  expect(effectWords(null, null)).toBeNull()
})
