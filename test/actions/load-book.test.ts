import { LoadBook } from '../../cloud/actions/deadline/load-book'
import { centerContextOf } from '../../cloud/actions/ticket/desk'
import { urgencyWeight } from '../../cloud/domain/routing/directory'
import { type Ticket, assignedAtOf } from '../../cloud/domain/ticket/state'
import { policyFor } from '../../cloud/store/place/center'
import { inTransaction } from '../../cloud/store/engine/transaction'
import { hour } from '../builders/clock'
import type { World } from '../builders/world'
import { describeWorld } from '../support/describe-world'

/** Filed a minute after the one before, so that each was given at another instant. */
async function filed(world: World): Promise<Ticket> {
  world.clock.advance(60_000)
  return world.ticket(await world.file())
}

describeWorld('what people carry within one batch of the sweep (D-RT-2)', tell => {
  tell('is counted as if each decision had been written before the next was made', async world => {
    const [first, second, due] = [await filed(world), await filed(world), await filed(world)]
    const [steward, engineer] = [world.ids('steward-1'), world.ids('engineer-1')]
    const now = due.filedAt + 24 * hour
    const desk = await centerContextOf(world.runtime, due.centerId)
    const policy = await policyFor(world.runtime, due)
    const weightOf = (...tickets: Ticket[]) => tickets.reduce((sum, { urgency }) => sum + urgencyWeight[urgency], 0)
    await inTransaction(world.db, async trx => {
      const book = new LoadBook(trx)
      const workloads = () => book.forTicket(due, desk, policy, now)
      // Decided before anybody had to be chosen: the database does not know of it yet.
      await book.note(first, { ...first, state: 'withdrawn', closedAt: now })
      expect((await workloads()).get(steward)).toEqual({
        weight: weightOf(second, due),
        lastAssignedAt: assignedAtOf(due),
      })
      const assignment = { personId: engineer, personName: 'engineer-1', departmentId: 'engineering' }
      await book.note(due, { ...due, state: 'dispatched', assignment, assignedAt: now })
      expect((await workloads()).get(steward)).toEqual({
        weight: weightOf(second),
        lastAssignedAt: assignedAtOf(second),
      })
      expect((await workloads()).get(engineer)).toEqual({ weight: weightOf(due), lastAssignedAt: now })
      // What is finished weighs nothing and was given all the same.
      await book.note(second, { ...second, state: 'withdrawn', closedAt: now })
      expect((await workloads()).get(steward)).toEqual({ weight: 0, lastAssignedAt: assignedAtOf(second) })
    })
  })
})
