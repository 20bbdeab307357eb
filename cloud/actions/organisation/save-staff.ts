import { phoneCell } from '../../domain/organisation/cells'
import type { KnownPost } from '../../domain/organisation/import-staff'
import { recordedPosts } from '../../domain/organisation/recorded-posts'
import { firstRepeated, postProblems, rolesGivenUp } from '../../domain/organisation/posts'
import { recordChange } from '../../store/organisation/changes'
import {
  buildingsOf,
  lockCenterForImport,
  nameNumber,
  registeredPosts,
  removePosts,
  writePosts,
} from '../../store/organisation/registers'
import { directoryChanged } from '../../store/people/staff'
import { findCenter, policyDocumentOf } from '../../store/place/center'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { once } from '../idempotent'
import { type Named, knownOrNew } from './known-or-new'
import { centerOfCall } from './organised'

/**
 * Gives somebody the posts named, and no others, in a center; what routing knows of them changes with it (D-OR-3).
 * @throws CallError notFound, unknownPerson, invalidRequest naming the field
 */
export const saveStaff: Handler<'organisation', 'saveStaff'> = async (input, call) => {
  const { runtime, caller } = call
  const { companyId, centerId } = centerOfCall(call, input.centerId)
  const at = runtime.clock.now()
  return once(call, { action: 'organisation.saveStaff', centerId, request: input }, async trx => {
    if (!(await lockCenterForImport(trx, companyId, centerId))) throw new CallError('notFound')
    const center = await findCenter(trx, centerId)
    const { departments } = await policyDocumentOf(trx, centerId, center?.policyVersion ?? 1)
    const buildings = await buildingsOf(trx, centerId)
    const named = { departments, buildings }
    const surroundings = {
      departments: new Map(departments.map(({ id }) => [id, id])),
      buildings: new Map(buildings.map(({ id }) => [id, id])),
    }
    const again = firstRepeated(input.posts)
    if (again >= 0) throw CallError.field('invalidRequest', `posts.${again}.role`, '同一个岗位只能写一次')
    for (const [index, { role, departmentId, buildingIds }] of input.posts.entries()) {
      const [problem] = postProblems({ role, department: departmentId, buildings: buildingIds }, surroundings)
      if (problem) {
        const field = { department: 'departmentId', buildings: 'buildingIds' }[problem.field]
        throw CallError.field('invalidRequest', `posts.${index}.${field}`, problem.message)
      }
    }
    const held = await registeredPosts(trx, centerId)
    const before = held.filter(({ personId }) => personId === input.personId)
    if (input.personId !== undefined && before.length === 0) throw CallError.field('unknownPerson', 'personId')
    const person = await personOf(before[0], input)
    const after = input.posts.map(post => ({ ...person, ...post }))
    const kept = held.filter(({ personId }) => personId === person.personId)
    await removePosts(trx, centerId, person.personId, rolesGivenUp(kept, after))
    await writePosts(trx, centerId, after, at)
    await directoryChanged(trx, centerId)
    await recordChange(trx, {
      companyId,
      at,
      personId: caller.actor.id,
      centerId,
      subject: 'staff',
      what: before.length === 0 ? 'added' : 'changed',
      name: person.name,
      before: before.length === 0 ? undefined : recordedPosts(before, named),
      after: recordedPosts(after, named),
    })
    return { personId: person.personId }

    /** Somebody who works here keeps the account under another name or number. */
    async function personOf(known: KnownPost | undefined, asked: { name: string; phone: string }): Promise<Named> {
      if (!known) return knownOrNew(trx, companyId, asked, at)
      const read = phoneCell(asked.phone)
      if ('fault' in read) throw CallError.field('invalidRequest', 'phone', read.fault)
      const named = { personId: known.personId, name: asked.name.trim(), phone: read.value }
      await nameNumber(trx, named)
      return named
    }
  })
}
