import { countsOf, storedCounts } from './counts'
import { firingOf } from './firings'
import { nextDue, nextFireAt, timersOf } from '../../cloud/domain/deadline/timers'
import { findBreak } from '../../cloud/domain/ticket/hash-chain'
import { replay } from '../../cloud/domain/ticket/evolve'
import { participantIdsOf } from '../../cloud/domain/ticket/complainants'
import { specialListsOf } from '../../cloud/domain/special/lists'
import { assignedAtOf, closedAtOf, helpersOf } from '../../cloud/domain/ticket/state'
import { openCalls } from '../../cloud/domain/survey/calls'
import { policyFor } from '../../cloud/store/place/center'
import { noDue } from '../../cloud/store/ticket/append'
import { historyOf } from '../../cloud/store/ticket/read'
import type { World } from '../builders/world'

type Row = Awaited<ReturnType<typeof ticketRows>>[number]

const ticketRows = (world: World) => world.db.selectFrom('ticket').selectAll().execute()

/** D-SLA-17: the rows of the running deadlines are what the events and the policy say, to the millisecond. */
async function expectDeadlines(world: World, row: Row, timers: ReturnType<typeof timersOf>) {
  const rows = await world.db
    .selectFrom('deadline')
    .where('center_id', '=', row.center_id)
    .where('ticket_id', '=', row.id)
    .selectAll()
    .execute()
  const byKey = new Map(rows.map(deadline => [`${deadline.kind}:${deadline.cycle}`, deadline]))
  for (const timer of timers) {
    const key = `${timer.kind}:${timer.cycle}`
    expect([key, byKey.get(key)]).toEqual([
      key,
      expect.objectContaining({
        started_at: timer.startedAt,
        due_at: timer.dueAt,
        met_at: timer.metAt,
        ended_at: timer.endedAt,
        held_seconds: timer.heldSeconds,
        breached_at: timer.breachedAt,
        next_fire_at: nextFireAt(timer),
      }),
    ])
    byKey.delete(key)
  }
  // What has no clock any more (a hold that ended, a reminder that went out) fires no more.
  for (const gone of byKey.values()) expect(gone).toMatchObject({ next_fire_at: null })
}

/** D-SLA-18: each warning, breach and escalation of the history once. */
function expectFiredOnce(ticketId: string, history: Awaited<ReturnType<typeof historyOf>>): void {
  const fired = history.flatMap(({ at, event }) => firingOf(ticketId, at, event) ?? [])
  const steps = fired.map(({ kind, cycle, step }) => `${kind} ${cycle} ${step}`)
  expect(new Set(steps).size).toBe(steps.length)
}

/**
 * What must hold of every stored ticket whatever happened: the history folds to the stored state, its hashes verify,
 * the columns, deadlines, participants and counts follow from it.
 */
export async function expectConsistent(world: World): Promise<void> {
  for (const row of await ticketRows(world)) {
    const history = await historyOf(world.db, row.center_id, row.id)
    const ticket = row.body
    expect(findBreak(row.id, history, row.head_hash)).toBeNull()
    // Through JSON, as it was stored: fields that are undefined are not there.
    expect(JSON.parse(JSON.stringify(replay(history)))).toEqual(ticket)
    const policy = await policyFor(world.runtime, ticket)
    const timers = timersOf(ticket, policy)
    const due = nextDue(timers)
    expect(row).toMatchObject({
      version: history.length,
      state: ticket.state,
      assignee_id: ticket.assignment?.personId ?? null,
      assigned_at: assignedAtOf(ticket),
      helper_ids: helpersOf(ticket),
      special: specialListsOf(ticket),
      department_id: ticket.assignment?.departmentId ?? null,
      category_id: ticket.category,
      urgency: ticket.urgency,
      severity: ticket.severity,
      updated_at: ticket.updatedAt,
      closed_at: closedAtOf(ticket),
      policy_version: ticket.policyVersion,
      calendar_version: ticket.calendarVersion ?? ticket.policyVersion,
      next_due_at: due?.dueAt ?? noDue,
      next_due_kind: due?.kind ?? null,
    })
    await expectDeadlines(world, row, timers)
    expectFiredOnce(row.id, history)
    // D-CT-2: what figures are counted from is what the events say.
    const [counted, stored] = [await countsOf(world.runtime, row.center_id, history), await storedCounts(world, row.id)]
    expect(stored.ended).toEqual(counted.ended)
    expect(new Set(stored.askings)).toEqual(new Set(counted.askings))
    const calls = await world.db
      .selectFrom('call_task')
      .where('ticket_id', '=', row.id)
      .select(['round', 'task', 'owner_id', 'due_at'])
      .orderBy('due_at')
      .orderBy('task')
      .execute()
    expect(calls).toEqual(
      openCalls(ticket, policy).map(({ round, task, owner, dueAt }) => ({
        round,
        task,
        owner_id: owner?.personId ?? null,
        due_at: dueAt,
      })),
    )
    const participants = await world.db
      .selectFrom('participant')
      .where('ticket_id', '=', row.id)
      .select('person_id')
      .execute()
    const family = ticket.forFamily?.personId ?? null
    const readers = [...participantIdsOf(ticket), ...(family === null ? [] : [family])]
    expect(participants.map(participant => participant.person_id).sort()).toEqual(readers.sort())
  }
}
