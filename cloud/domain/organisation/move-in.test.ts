import { type Lodger, type MoveIn, moveIn } from './move-in'

const owners: readonly Lodger[] = [
  { personId: 'owner', householdId: 'h-owners', relation: 'owner' },
  { personId: 'child', householdId: 'h-owners', relation: 'family' },
]
const tenants: readonly Lodger[] = [
  { personId: 'tenant', householdId: 'h-tenants', relation: 'tenant' },
  { personId: 'partner', householdId: 'h-tenants', relation: 'family' },
]
const move = (lodgers: readonly Lodger[], some: Partial<MoveIn>) =>
  moveIn(lodgers, { personId: 'new', relation: 'owner', householdId: null, replaces: false, ...some }, () => 'h-new')

describe('moving in', () => {
  it.each([
    ['the first owner', [], { relation: 'owner' }, 'h-new'],
    ['a second owner', owners, { relation: 'owner' }, 'h-owners'],
    ['a first tenant beside the owners', owners, { relation: 'tenant' }, 'h-new'],
    ['a second tenant', [...owners, ...tenants], { relation: 'tenant' }, 'h-tenants'],
    ['family, without a word whose', [...tenants, ...owners], { relation: 'family' }, 'h-owners'],
    ['family of the tenant', [...owners, ...tenants], { relation: 'family', householdId: 'h-tenants' }, 'h-tenants'],
  ] as const)('%s', (_name, lodgers, some, householdId) => {
    expect(move(lodgers, some)).toEqual({ householdId, leaving: [] })
  })

  it('a flat that is sold gives the new owner a household of their own; the tenants stay', () => {
    expect(move([...owners, ...tenants], { replaces: true })).toEqual({ householdId: 'h-new', leaving: owners })
  })

  it('whoever has it already and is told to have bought it keeps nobody else', () => {
    expect(move(owners, { personId: 'child', replaces: true }).leaving.map(({ personId }) => personId)).toEqual([
      'owner',
    ])
  })
})
