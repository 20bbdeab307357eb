import { aPolicy, standardPolicy } from '../../../test/builders/policy'
import { type FilingText, classified, propose, urgencyOf } from './propose'

const told = (text: string, some: Partial<FilingText> = {}): FilingText => ({
  kind: 'complaint',
  category: 'other',
  urgency: null,
  text,
  ...some,
})
const proposed = (text: string, some: Partial<FilingText> = {}) => propose(told(text, some), standardPolicy)

describe('a first classification (D-CL-4)', () => {
  it('words in the text speak for a category, and say so', () => {
    expect(proposed('厨房天花板漏水')).toEqual({
      category: 'leak',
      urgency: 'urgent',
      why: '文字里说到“漏水”，像是“漏水渗水”',
    })
  })

  it('most words win', () => {
    expect(proposed('停车场门口有狗，还乱停车占车位')?.category).toBe('parking')
  })

  it('what the filer picked stands where it is the same or only less exact', () => {
    expect(proposed('厨房天花板漏水', { category: 'leak' })).toBeUndefined()
    expect(proposed('厨房天花板漏水', { category: 'engineering' })).toBeUndefined()
    expect(proposed('请安排一下', { category: 'noise' })).toBeUndefined()
  })

  it('danger is an emergency, whatever was picked or said', () => {
    expect(proposed('有人被困在里面', { category: 'lift' })).toEqual({
      category: 'lift',
      urgency: 'emergency',
      why: '说到“被困”，可能有危险',
    })
    expect(proposed('电表箱冒烟', { urgency: 'normal' })?.urgency).toBe('emergency')
  })

  it('what is denied speaks for no category, what is missing does', () => {
    expect(proposed('没有漏水')).toBeUndefined()
    expect(proposed('没有漏水，就是灯不亮')?.category).toBe('lighting')
    expect(proposed('楼下没有路灯')?.category).toBe('lighting')
  })

  it('what is denied is no danger', () => {
    expect(proposed('电梯停了，没有人被困', { category: 'lift' })).toBeUndefined()
    expect(classified(told('已经不冒烟了，请来看看'), standardPolicy).urgency).toBe('normal')
  })

  it('danger counts at once where nobody said how urgent it is; what somebody chose stands, beside the proposal', () => {
    expect(classified(told('老人被困'), standardPolicy).urgency).toBe('emergency')
    expect(classified(told('老人被困', { urgency: 'normal' }), standardPolicy)).toMatchObject({
      urgency: 'normal',
      suggested: { urgency: 'emergency' },
    })
  })

  it('nothing lowers what the filer said', () => {
    expect(proposed('门口的狗没拴绳', { urgency: 'urgent' })).toMatchObject({ category: 'pets', urgency: 'urgent' })
  })

  it('praise proposes nothing, and neither do words nobody has configured', () => {
    expect(proposed('电梯修得快，谢谢', { kind: 'praise' })).toBeUndefined()
    const { policy } = standardPolicy
    const own = (id: string): string => `own-${id}`
    const plain = aPolicy({
      categories: policy.categories.map(({ words: _words, id, parentId, ...category }) => ({
        ...category,
        id: own(id),
        parentId: parentId === null ? null : own(parentId),
      })),
      emergencyWords: [],
    })
    expect(propose(told('电梯里有人被困'), plain)).toBeUndefined()
  })

  it('urgency: said, else the category, else the kind', () => {
    expect(urgencyOf(told('', { category: 'leak' }), standardPolicy)).toBe('urgent')
    expect(urgencyOf(told('', { category: 'leak', urgency: 'normal' }), standardPolicy)).toBe('normal')
    expect(urgencyOf(told('', { kind: 'suggestion' }), standardPolicy)).toBe('suggestion')
    expect(urgencyOf(told(''), standardPolicy)).toBe('normal')
  })
})
