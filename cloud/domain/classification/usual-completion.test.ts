import { defaultPolicy } from '../policy/model/default-policy'
import { compilePolicy } from '../policy/compile/compile'
import { usualCompletionOf } from './usual-completion'

const policy = compilePolicy(
  {
    ...defaultPolicy,
    categories: [
      ...defaultPolicy.categories,
      { id: 'lift-door', name: '电梯门', parentId: 'lift' },
      { id: 'pool', name: '泳池', parentId: null, department: 'service' },
    ],
  },
  1,
)

it('has whole sentences of its own for every default category, and what it usually comes from (D-CL-5)', () => {
  const other = usualCompletionOf('other', policy).phrases
  for (const { id } of defaultPolicy.categories) {
    const { phrases, verdict } = usualCompletionOf(id, policy)
    expect([id, phrases.length, verdict]).toEqual([id, 3, 'substantiated'])
    expect(phrases.every(phrase => phrase.endsWith('。'))).toBe(true)
    if (id !== 'other') expect([id, phrases]).not.toEqual([id, other])
  }
  expect(usualCompletionOf('noise', policy)).toMatchObject({ factor: 'environment', responsibleParty: 'otherResident' })
  expect(usualCompletionOf('developer', policy)).toMatchObject({ responsibleParty: 'developer' })
})

it('takes what a company has added as the category it lies in, and anything else as other', () => {
  expect(usualCompletionOf('lift-door', policy)).toEqual(usualCompletionOf('lift', policy))
  for (const id of ['pool', 'unknown', 'toString'])
    expect(usualCompletionOf(id, policy)).toEqual(usualCompletionOf('other', policy))
})
