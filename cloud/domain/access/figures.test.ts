import { anActorWith, center, otherCenter, people } from '../../../test/builders/people'
import type { Person } from './actor'
import { countedFor, hidesAnonymous } from './figures'

const { steward, engineer, clerk, engineeringHead, manager, quality, admin, resident } = people
const whole = (centerId: string) => ({ centerId, departmentIds: null, personId: null })
const own = (id: string) => ({ centerId: center, departmentIds: null, personId: id })
const as = (actor: typeof steward): Person => ({ ...actor, id: actor.id ?? '' })

describe('whose figures somebody may see (D-CB-8)', () => {
  it.each([
    ['a steward own work', steward, [own('steward-1')]],
    ['a handler own work', engineer, [own('engineer-1')]],
    ['a clerk own work', clerk, [own('clerk-1')]],
    [
      'a head the department, and own work',
      engineeringHead,
      [{ centerId: center, departmentIds: ['engineering'], personId: null }, own('engineering-head')],
    ],
    ['a manager the center', manager, [whole(center)]],
    ['quality the company', quality, [whole(center), whole(otherCenter)]],
    ['an administrator nobody’s', admin, []],
    ['a resident nobody’s', resident, []],
  ])('%s', (_name, actor, expected) => expect(countedFor(as(actor))).toEqual(expected))

  it('of a center named, what is in it, and of another one nothing', () => {
    expect(countedFor(as(quality), otherCenter)).toEqual([whole(otherCenter)])
    expect(countedFor(as(manager), otherCenter)).toEqual([])
    expect(countedFor(as(steward), otherCenter)).toEqual([])
  })

  it('anonymous answers wait wherever somebody could be recognised by those rated (D-CB-5)', () => {
    const hides = [steward, engineeringHead, manager, quality].map(actor => hidesAnonymous(countedFor(as(actor))))
    expect(hides).toEqual([true, true, false, false])
    const both = anActorWith('serviceManager')
    const head = anActorWith('departmentHead', { centerId: otherCenter, departmentId: 'service' })
    expect(hidesAnonymous(countedFor(as({ ...both, posts: [...both.posts, ...head.posts] })))).toBe(true)
  })
})
