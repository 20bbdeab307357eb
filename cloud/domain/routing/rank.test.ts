import { monday9 } from '../../../test/builders/clock'
import { aStaffMember as someone } from '../../../test/builders/people'
import { rank } from './rank'
import type { Workload } from '../workload/workload'
import type { StaffMember } from './directory'

const wanted = { buildingId: 'b1', lineage: new Set(['leak', 'engineering']), at: monday9 }
const order = (
  members: readonly StaffMember[],
  workloads: Readonly<Record<string, Workload>> = {},
): readonly string[] => rank(members, wanted, new Map(Object.entries(workloads))).map(({ id }) => id)
const load = (weight: number, lastAssignedAt = 0): Workload => ({ weight, lastAssignedAt })
const away = { leave: [{ from: '2026-03-01', to: '2026-03-02' }] }

/** Each is better than the next by one thing, and worse by everything that counts less. */
describe('who comes first (D-RT-2)', () => {
  it.each([
    ['building before skill', someone('z', { buildingIds: ['b1'] }), someone('a', { skills: ['leak'], present: true })],
    ['skill before presence', someone('z', { skills: ['leak'] }), someone('a', { present: true })],
    [
      'a skill above the category counts',
      someone('z', { skills: ['engineering'] }),
      someone('a', { skills: ['noise'] }),
    ],
    ['presence before load', someone('z', { present: true }), someone('a')],
    ['whoever is there before whoever is on leave', someone('z'), someone('a', { ...away, buildingIds: ['b1'] })],
  ])('%s', (_name, better, worse) => {
    const workloads = { z: load(9, 9), a: load(0, 0) }
    expect(order([worse, better], workloads)).toEqual(['z', 'a'])
    expect(order([better, worse], workloads)).toEqual(['z', 'a'])
  })

  it('then the lightest load, then the longest idle, then the id', () => {
    expect(order([someone('a'), someone('z')], { a: load(2, 0), z: load(1, 9) })).toEqual(['z', 'a'])
    expect(order([someone('a'), someone('z')], { a: load(1, 9), z: load(1, 8) })).toEqual(['z', 'a'])
    expect(order([someone('z'), someone('a')], { a: load(1, 9), z: load(1, 9) })).toEqual(['a', 'z'])
  })

  it('whoever never had a ticket has been idle longest', () => {
    expect(order([someone('a'), someone('z')], { a: load(0, 1) })).toEqual(['z', 'a'])
  })

  it('leave counts from its first to its last day, +08:00', () => {
    const leave = (from: string, to: string) => order([someone('a', { leave: [{ from, to }] }), someone('b')])[0]
    expect(leave('2026-03-02', '2026-03-02')).toBe('b')
    expect(leave('2026-03-03', '2026-03-09')).toBe('a')
    expect(leave('2026-02-01', '2026-03-01')).toBe('a')
  })

  it('without a building nobody is nearer', () => {
    const near = someone('z', { buildingIds: ['b1'] })
    expect(rank([near, someone('a')], { ...wanted, buildingId: null }, new Map()).map(({ id }) => id)).toEqual([
      'a',
      'z',
    ])
  })

  it('leaves the list it was given alone', () => {
    const given = Object.freeze([someone('b'), someone('a')])
    expect(order(given)).toEqual(['a', 'b'])
  })
})
