import { checkDraft, emptyDraft, requestOf, type FileDraft } from './draft'
import { householdAt, stillOf } from './family'

const mother = { personId: 'p-mother', name: '王桂英', relation: 'family' as const }
const tenant = { personId: 'p-tenant', name: '李强', relation: 'family' as const }
const rooms = [
  { placeId: 'room-1', household: [mother] },
  { placeId: 'room-2', household: [mother, tenant] },
  { placeId: 'room-3', household: [] },
]
const filing = (part: Partial<FileDraft> = {}): FileDraft => ({
  ...emptyDraft('key-00000001', { name: '赵敏', phone: null, rooms }, { kind: 'request' }),
  category: 'leak',
  text: '卫生间漏水',
  ...part,
})
const missing = (draft: FileDraft) => {
  const checked = checkDraft(draft)
  return checked.ok ? [] : checked.missing.map(({ word }) => word)
}

test('one files for those with whom one shares the chosen room, elsewhere for everybody at home', () => {
  expect(householdAt(rooms, 'room-1')).toEqual([mother])
  expect(householdAt(rooms, 'room-3')).toEqual([])
  expect(householdAt(rooms, 'garden')).toEqual([mother, tenant])
  expect(stillOf({ is: 'member', personId: 'p-tenant' }, householdAt(rooms, 'room-1'))).toEqual({ is: 'me' })
  expect(stillOf({ is: 'member', personId: 'p-mother' }, householdAt(rooms, 'room-1'))).toMatchObject({ is: 'member' })
  expect(stillOf({ is: 'named' }, [])).toEqual({ is: 'named' })
})

test('whoever has an account is sent by it, anybody else with name and relation, and both are asked for', () => {
  expect(requestOf(filing())).toMatchObject({ forFamily: undefined })
  expect(requestOf(filing({ forWhom: { is: 'member', personId: 'p-mother' } }))).toMatchObject({
    forFamily: { personId: 'p-mother', relation: 'other' },
  })
  const named = filing({ forWhom: { is: 'named' }, familyName: ' 王奶奶 ', familyRelation: 'parent' })
  expect(requestOf(named)).toMatchObject({ forFamily: { name: '王奶奶', relation: 'parent' } })
  expect(missing(named)).toEqual([])
  expect(missing({ ...named, familyName: ' ' })).toEqual(['哪位家人'])
  expect(missing({ ...named, familyRelation: null })).toEqual(['哪位家人'])
})

test('an anonymous filing names nobody of the family', () => {
  const draft = filing({ anonymous: true, forWhom: { is: 'named' }, familyName: '王奶奶', familyRelation: 'parent' })
  expect(JSON.stringify(requestOf(draft))).not.toContain('王奶奶')
})

test('a matter of the home is shared unless it is kept to oneself', () => {
  expect(requestOf(filing())).not.toHaveProperty('keptToMyself')
  expect(requestOf(filing({ keptToMyself: true }))).toMatchObject({ keptToMyself: true })
})
