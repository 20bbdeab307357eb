import { findPlaces, fullNames } from './find-places'

const place = (placeId: string, name: string, parentId: string | null) => ({ placeId, name, parentId })

const places = [
  place('estate', '翠湖花园', null),
  place('b1', '1号楼', 'estate'),
  place('b3', '3号楼', 'estate'),
  place('u31', '1单元', 'b3'),
  place('r1201', '1201室', 'u31'),
  place('r301', '301室', 'u31'),
  place('r13', '1号楼1单元1201室', 'b1'),
  place('garage', '地下车库', 'estate'),
  place('lift', '3号楼电梯', 'b3'),
]
const names = fullNames(places)
const found = (typed: string) => findPlaces(places, names, typed, 3).map(({ placeId }) => placeId)

describe('full names', () => {
  it('carry the building and unit, and not the estate', () => {
    expect(names.get('r1201')).toBe('3号楼1单元1201室')
    expect(names.get('b3')).toBe('3号楼')
    expect(names.get('estate')).toBe('翠湖花园')
  })

  it('are not doubled where the name holds them already', () => {
    expect(names.get('r13')).toBe('1号楼1单元1201室')
    expect(names.get('lift')).toBe('3号楼电梯')
  })
})

describe('finding a place', () => {
  it('takes it as people say it', () => {
    expect(found('3-1201')[0]).toBe('r1201')
    expect(found('3栋1201')[0]).toBe('r1201')
    expect(found('3 幢 1单元 1201 室')[0]).toBe('r1201')
    expect(found('3号楼1201')[0]).toBe('r1201')
    expect(found('1号楼1201室')[0]).toBe('r13')
  })

  it('finds while one is still typing', () => {
    expect(found('3-12')).toContain('r1201')
    expect(found('车库')).toEqual(['garage'])
    expect(found('3 电梯')[0]).toBe('lift')
  })

  it('finds nothing for nothing', () => {
    expect(found('')).toEqual([])
    expect(found('  -- ')).toEqual([])
    expect(found('9-9999')).toEqual([])
  })
})
