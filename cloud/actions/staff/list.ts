import type { ResponseOf } from '../../../types/contract'
import { dateString } from '../../domain/calendar/zone'
import { dutyOf, leaveOf, openWorkOf, staffOf } from '../../store/people/staff'
import type { Handler } from '../handlers'
import { currentPolicy, centerContextOf } from '../center-context'
import { staffCenterOf } from './planned'

type Person = ResponseOf<'staff', 'list'>['people'][number]

/** What is over stays on the roster for so long, ms. */
const leaveShownMs = 31 * 86_400_000
const dutyShownMs = 7 * 86_400_000

/** Everybody of the center with posts, presence, leave, duty and open tickets. */
export const list: Handler<'staff', 'list'> = async (input, { runtime, caller }) => {
  const { centerId, editable } = staffCenterOf(caller, input.centerId)
  const { db, clock } = runtime
  const now = clock.now()
  const { center } = await centerContextOf(runtime, centerId)
  const policy = await currentPolicy(runtime, center)
  const posts = await staffOf(db, centerId)
  const leave = await leaveOf(db, center, dateString(now - leaveShownMs))
  const duty = await dutyOf(db, centerId, now - dutyShownMs)
  const ids = [...new Set(posts.map(post => post.personId))]
  const open = await openWorkOf(db, centerId, ids)
  const people = new Map<string, Person>()
  for (const post of posts) {
    const person = people.get(post.personId) ?? {
      id: post.personId,
      name: post.name,
      posts: [],
      present: false,
      onLeaveToday: false,
      openTickets: open.get(post.personId) ?? 0,
      leave: [],
      duty: [],
    }
    person.posts.push({
      role: post.role,
      departmentId: post.departmentId,
      departmentName: post.departmentId === null ? null : policy.departmentName(post.departmentId),
      buildings: [...post.buildingIds],
      skills: [...post.skills],
    })
    person.present ||= post.present
    people.set(post.personId, person)
  }
  const today = dateString(now)
  for (const { centerId: recordedIn, personId, from, to } of leave) {
    const person = people.get(personId)
    // What a sister center has recorded is that one's to take back.
    if (recordedIn === centerId) person?.leave.push({ from, to })
    if (person && from <= today && today <= to) person.onLeaveToday = true
  }
  for (const { personId, from, to } of duty) people.get(personId)?.duty.push({ from, to })
  return { people: [...people.values()], editable }
}
