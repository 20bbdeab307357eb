import { standardPolicy } from '../../../test/builders/policy'
import type { Catalog } from '@/data/read/use-catalog'
import { proposalFor } from './proposal'

const { categories, emergencyWords } = standardPolicy.policy
const catalog: Catalog = {
  kinds: [],
  categories: categories.map(({ id, name, parentId, words }) => ({
    id,
    name,
    parentId,
    icon: null,
    ...(words ? { words: [...words] } : {}),
  })),
  emergencyWords: [...(emergencyWords ?? [])],
  urgencies: [],
  faq: [],
}
type Written = Parameters<typeof proposalFor>[0]
const proposed = (text: string, some: Partial<Written> = {}) =>
  proposalFor({ kind: null, category: null, emergency: false, text, ...some }, catalog)

describe('what a description proposes (D-CL-4)', () => {
  it('kind and category as one, with the reason', () => {
    expect(proposed('厨房天花板漏水')).toEqual({
      part: { kind: 'request', category: 'leak' },
      what: '报修求助 · 漏水渗水',
      why: '因为您写了“漏水”',
    })
  })

  it('danger with them', () => {
    expect(proposed('电梯停了，有人被困')).toEqual({
      part: { kind: 'request', category: 'lift', emergency: true },
      what: '报修求助 · 电梯 · 现在很危险',
      why: '因为您写了“被困”、“电梯停”',
    })
  })

  it.each([
    ['投诉保安态度恶劣', 'complaint'],
    ['请问物业费怎么交', 'consultation'],
    ['建议增加几个路灯', 'suggestion'],
    ['表扬保洁阿姨', 'praise'],
    ['单元门坏了怎么办，谢谢', 'request'],
    ['隔壁半夜吵得睡不着', 'complaint'],
  ])('the kind: %s', (text, kind) => expect(proposed(text)?.part.kind).toBe(kind))

  it('what is denied does not count', () => {
    expect(proposed('没有漏水')).toBeNull()
    expect(proposed('没有漏水，没有人被困', { kind: 'request', category: 'lift' })).toBeNull()
  })

  it('what the resident chose stands; only what is open is proposed', () => {
    expect(proposed('厨房漏水', { kind: 'complaint', category: 'noise' })).toBeNull()
    expect(proposed('厨房漏水', { kind: 'complaint' })?.part).toEqual({ category: 'leak' })
    expect(proposed('厨房漏水', { kind: 'complaint', category: 'other' })?.part).toEqual({ category: 'leak' })
    expect(proposed('有人被困', { kind: 'complaint', category: 'lift', emergency: true })).toBeNull()
  })

  it('其他 where nothing fits, once there is enough to judge', () => {
    expect(proposed('想借一下你们的梯子')?.part).toEqual({ category: 'other' })
    expect(proposed('我家')).toBeNull()
  })

  it('a branch is no choice, and no reason for 其他 either', () => {
    expect(proposed('早上起来家里没水', { kind: 'request' })).toBeNull()
  })

  it('a praise is left alone; what it says of danger is no danger', () => {
    expect(proposed('电梯被困时保安来得快', { kind: 'praise' })).toBeNull()
    expect(proposed('表扬保安，有人被困时来得快')?.part.emergency).toBeUndefined()
  })
})
