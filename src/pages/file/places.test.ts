import { groupOf, placeGroups, placeOfScene, type Place } from './places'

const place = (placeId: string, kind: Place['kind'], parentId: string | null = null): Place => ({
  placeId,
  name: placeId,
  kind,
  parentId,
})
const places = [
  place('estate', 'estate'),
  place('gate', 'publicArea', 'estate'),
  place('b1', 'building', 'estate'),
  place('b1-lift', 'publicArea', 'b1'),
  place('b1-101', 'room', 'b1'),
  place('b2', 'building', 'estate'),
]

test('places stand by building, what lies outside first, one’s own room apart', () => {
  const groups = placeGroups(places, [{ placeId: 'b1-101' }])
  expect(groups.map(({ id, places: within }) => [id, within.map(({ placeId }) => placeId)])).toEqual([
    ['outside', ['estate', 'gate']],
    ['b1', ['b1', 'b1-lift']],
    ['b2', ['b2']],
  ])
  expect(groupOf(groups, 'b1-lift')?.id).toBe('b1')
  expect(groupOf(groups, 'b1-101')).toBeNull()
})

test('a place that is its own parent does not hang the page', () => {
  expect(placeGroups([place('x', 'publicArea', 'x')], [])[0]?.id).toBe('outside')
})

describe('the scene of a code', () => {
  const known = [{ placeId: '0199f4f4-be5c-7198-bcf5-905412cc1459' }, { placeId: 'gate' }]
  test.each([
    ['gate', 'gate'],
    ['p=gate', 'gate'],
    ['0199f4f4be5c7198bcf5905412cc1459', '0199f4f4-be5c-7198-bcf5-905412cc1459'],
    ['elsewhere', null],
  ])('%s → %s', (scene, expected) => expect(placeOfScene(scene, known)).toBe(expected))
})
