import { roleLabels } from '../../../types/vocabulary'
import { namesOf } from '../../../types/words/policy'
import { coveredYears, holidaysOf } from '../../domain/calendar/holidays'
import { validatePolicy } from '../../domain/policy/validate/validate'
import { publicPlaces } from '../../store/place/center'
import { findPolicy } from '../../store/policy/versions'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { centerContextOf } from '../center-context'
import { knownFor } from './known'
import { policyCenterOf } from './policy-center'

/** The policy that new tickets run under, with the names it speaks in and what is worth attention. */
export const current: Handler<'policy', 'current'> = async (input, { runtime, caller }) => {
  const { centerId, editable } = policyCenterOf(caller, input.centerId)
  const { center, directory } = await centerContextOf(runtime, centerId)
  const stored = await findPolicy(runtime.db, centerId, center.policyVersion)
  if (!stored) throw new CallError('notFound')
  const { policy, version } = stored
  const { known, names: outside } = await knownFor(runtime, centerId, [policy])
  const names = namesOf(policy, outside)
  const areas = await publicPlaces(runtime.db, centerId)
  const ids = new Set(areas.map(place => place.id))
  const posts = new Map<string, { id: string; name: string; posts: string[] }>()
  for (const member of directory.staff) {
    const person = posts.get(member.id) ?? { id: member.id, name: member.name, posts: [] }
    const department = member.departmentId === null ? '' : `（${names.department(member.departmentId)}）`
    person.posts.push(`${roleLabels[member.role]}${department}`)
    posts.set(member.id, person)
  }
  return {
    centerId,
    current: version,
    policy,
    problems: validatePolicy(policy, known),
    coveredYears: coveredYears(holidaysOf(policy.holidayYears)),
    buildings: areas.flatMap(({ id, kind, fullName }) => (kind === 'building' ? [{ id, name: fullName }] : [])),
    places: [
      ...areas.flatMap(({ id, kind, fullName }) => (kind === 'building' ? [] : [{ id, name: fullName }])),
      // Rooms and units stand here only where a rule speaks of them: there may be thousands.
      ...[...(outside.places ?? [])].flatMap(([id, name]) => (ids.has(id) ? [] : [{ id, name }])),
    ],
    staff: [...posts.values()].map(person => ({ ...person, posts: person.posts.join('、') })),
    editable,
  }
}
