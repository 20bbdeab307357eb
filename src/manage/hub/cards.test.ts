import type { Role } from '../../../types/vocabulary'
import { cardsFor, groups } from './cards'

const ids = groups.flatMap(group => group.ids)
const shownTo = (role: Role) => cardsFor({ here: [role], anywhere: [role] }, ids)

test('surveys and improvements stand on the hub of whoever the server lets see them (D-CB-7)', () => {
  for (const role of ['departmentHead', 'serviceManager', 'quality', 'supervisor'] as const)
    expect(shownTo(role)).toEqual(expect.arrayContaining(['campaigns', 'improvements']))
  expect(shownTo('steward')).not.toContain('improvements')
  expect(shownTo('admin')).not.toContain('campaigns')
})

test('whoever organises the company finds it before there is a center, and nobody else does (D-OR-1)', () => {
  expect(cardsFor({ here: [], anywhere: [], administers: true }, ids)).toEqual(['organisation'])
  expect(shownTo('serviceManager')).not.toContain('organisation')
})
