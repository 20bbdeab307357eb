import { checkDraft, emptyDraft, type FileDraft } from './draft'
import type { PlaceGroup } from './places'
import { chosenGroup, chooseGroup, choosePlace, scanPlace, stillThere } from './where'

const rooms = [{ placeId: 'room-1' }, { placeId: 'room-2' }]
const placesOf = (...ids: string[]): PlaceGroup['places'] =>
  ids.map(placeId => ({ placeId, name: placeId, kind: 'publicArea', parentId: null }))
const groups: PlaceGroup[] = [
  { id: 'outside', name: '公共区域', places: placesOf('gate') },
  { id: 'b1', name: '1栋', places: placesOf('b1-lift') },
]
const start: FileDraft = {
  ...emptyDraft('key-00000001', { name: '赵敏', phone: null, rooms }, { kind: 'request' }),
  category: 'leak',
  text: '一直在漏水',
}
const missing = (draft: FileDraft) => {
  const checked = checkDraft(draft)
  return checked.ok ? [] : checked.missing.map(({ word }) => word)
}
const toGroup = (draft: FileDraft, group: string): FileDraft => ({
  ...draft,
  ...chooseGroup(draft, rooms, groups, group),
})
const toPlace = (draft: FileDraft, placeId: string): FileDraft => ({ ...draft, ...choosePlace(draft, rooms, placeId) })

test('another kind of place is chosen: the room no longer counts, and the place is missing until one is chosen', () => {
  expect(missing(start)).toEqual([])
  const outside = toGroup(start, 'outside')
  expect(outside).toMatchObject({ placeId: null, placeGroup: 'outside' })
  expect(missing(outside)).toEqual(['位置'])
  expect(missing(toPlace(outside, 'gate'))).toEqual([])
  expect(missing({ ...outside, placeText: '北门外' })).toEqual([])
})

test('from one building to another the place of the first no longer counts', () => {
  const lift = toPlace(toGroup(start, 'b1'), 'b1-lift')
  expect(toGroup(lift, 'outside')).toMatchObject({ placeId: null, placeGroup: 'outside' })
})

test('back home the room counts again, and no building is open', () => {
  const home = toPlace(toGroup(start, 'outside'), 'room-1')
  expect(home).toMatchObject({ placeId: 'room-1', placeGroup: null })
  expect(chosenGroup(home, groups)).toBeNull()
})

test('tapping what is chosen again changes nothing', () => {
  const lift = toPlace(toGroup(start, 'b1'), 'b1-lift')
  expect(toGroup(lift, 'b1')).toEqual(lift)
  expect(toPlace(lift, 'b1-lift')).toEqual(lift)
  expect(toPlace(start, 'room-1')).toEqual(start)
})

test('words for the room are no place elsewhere, and are back with the room', () => {
  const detailed = { ...start, placeText: '卫生间吊顶' }
  const outside = toGroup(detailed, 'outside')
  expect(missing(outside)).toEqual(['位置'])
  const written = { ...outside, placeText: '北门外' }
  const home = toPlace(written, 'room-2')
  expect(home).toMatchObject({ placeId: 'room-2', placeText: '卫生间吊顶' })
  expect(toGroup(home, 'outside')).toMatchObject({ placeId: null, placeText: '北门外' })
})

test('a place that has gone since is missing; one that is there stays', () => {
  const here = [{ placeId: 'gate' }]
  expect(missing(stillThere(toPlace(start, 'b1-lift'), here, rooms))).toEqual(['位置'])
  expect(stillThere(toPlace(start, 'gate'), here, rooms)).toMatchObject({ placeId: 'gate' })
  expect(stillThere(start, here, rooms)).toEqual(start)
})

test('a place of a code counts over the building that was open', () => {
  const scanned = scanPlace(toGroup(start, 'outside'), rooms, 'b1-lift')
  expect(scanned).toMatchObject({ placeId: 'b1-lift', placeGroup: null })
  expect(chosenGroup(scanned, groups)?.id).toBe('b1')
})
