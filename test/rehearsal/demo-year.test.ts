import { firingsOf } from '../support/firings'
import type { Kysely } from 'kysely'
import { toIso } from '../../cloud/domain/calendar/zone'
import { type DeadlineAnswer, answerOf } from '../../cloud/rehearsal/answer'
import { run } from '../../cloud/rehearsal/run'
import { readScenario } from '../../cloud/rehearsal/scenario'
import { directoryOf, findCenter, policyDocumentOf } from '../../cloud/store/place/center'
import type { Database } from '../../cloud/store/schema'
import { historyOf } from '../../cloud/store/ticket/read'
import { describeOnPostgres } from '../support/databases'
import { type TestHost, openHost } from '../support/host'
import { scenarioOf } from './scenario-of'

const iso = (at: number | null): string | null => (at === null ? null : toIso(at))
const key = ({ kind, cycle }: { kind: string; cycle: number }): string => `${kind}:${cycle}`
const byKey = (one: { key: string }, other: { key: string }): number => (one.key < other.key ? -1 : 1)

/** A ticket's deadlines as the database holds them, with what has fired. */
async function storedDeadlines(db: Kysely<Database>, ticketId: string) {
  const firings = await firingsOf(db, ticketId)
  const rows = await db
    .selectFrom('deadline')
    .where('ticket_id', '=', ticketId)
    .where('kind', 'not in', ['holdEnd', 'surveyReminder'])
    .selectAll()
    .execute()
  return rows
    .map(row => ({
      key: key(row),
      startedAt: toIso(row.started_at),
      dueAt: toIso(row.due_at),
      metAt: iso(row.met_at),
      endedAt: iso(row.ended_at),
      heldSeconds: row.held_seconds,
      breachedAt: iso(row.breached_at),
      fired: firings
        .filter(firing => key(firing) === key(row))
        .map(({ step, dueAt }) => `${step} ${toIso(dueAt)}`)
        .sort(),
    }))
    .sort(byKey)
}

/** What the database holds of whom a ticket's events were told to. */
async function storedNotices(db: Kysely<Database>, ticketId: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('notice').where('ticket_id', '=', ticketId).select(['type', 'person_id']).execute()
  return rows.map(({ type, person_id: personId }) => `${type} ${personId}`).sort()
}

/** The same as a rehearsal answers them. */
const rehearsedDeadlines = (deadlines: readonly DeadlineAnswer[]) =>
  deadlines
    .map(deadline => ({
      key: key(deadline),
      startedAt: deadline.startedAt,
      dueAt: deadline.dueAt,
      metAt: deadline.metAt,
      endedAt: deadline.endedAt,
      heldSeconds: deadline.heldSeconds,
      breachedAt: deadline.breachedAt,
      fired: [
        ...deadline.warnings.map(({ share, at }) => `warn:${share} ${at}`),
        ...(deadline.breachedAt === null ? [] : [`breach ${deadline.breachedAt}`]),
        ...deadline.escalations.map(({ level, at }) => `escalate:${level} ${at}`),
      ].sort(),
    }))
    .sort(byKey)

/** The scenario engine, told only what people did, against what the database holds. */
async function rehearseFromHistory(host: TestHost): Promise<void> {
  const { db } = host.runtime
  const { id: centerId } = await db.selectFrom('center').select('id').executeTakeFirstOrThrow()
  const center = await findCenter(db, centerId)
  if (!center) throw new Error('the demo has no center')
  const rows = await db.selectFrom('ticket').select(['id', 'body']).orderBy('filed_at').orderBy('id').execute()
  expect(rows.length).toBe(120)
  const remembered = []
  for (const { id, body } of rows) remembered.push({ name: body.number, history: await historyOf(db, centerId, id) })
  const policy = await policyDocumentOf(db, centerId, center.policyVersion)
  const { staff } = await directoryOf(host.runtime, center)

  const scenario = scenarioOf(remembered, policy, staff, host.runtime.clock.now())
  const { tickets, refused, log, totals } = answerOf(run(readScenario(scenario)))
  expect(refused).toEqual([])
  expect(totals.notices).toBeGreaterThan(600)
  const told = (number: string) =>
    log.flatMap(({ ticket, event, told: people }) => (ticket === number ? people.map(id => `${event} ${id}`) : []))
  for (const { id, body } of rows) {
    const again = tickets[body.number]
    expect({
      number: body.number,
      state: again?.state,
      assignee: again?.assignee,
      route: again?.route,
      deadlines: rehearsedDeadlines(again?.deadlines ?? []),
      notices: told(body.number).sort(),
    }).toEqual({
      number: body.number,
      state: body.state,
      assignee: body.assignment?.personId ?? null,
      route: body.route,
      deadlines: await storedDeadlines(db, id),
      notices: await storedNotices(db, id),
    })
  }
}

/** The desk's rehearsal: the policy it ran under changes nothing, a tighter figure and another rule do. */
async function rehearseInTheDesk(host: TestHost): Promise<void> {
  const manager = await host.token('manager-1')
  const { policy } = await host.call(manager, 'policy', 'current', {})
  const same = await host.call(manager, 'policy', 'rehearse', { policy, days: 365 })
  expect(same).toMatchObject({ differing: 0, tickets: [] })
  expect(same.after).toEqual(same.before)
  expect(same.before.filed).toBeGreaterThan(110)
  expect(same.people.every(({ before, after }) => before === after)).toBe(true)

  // A window that begins in the middle: what people carried into it counts, as it did.
  for (const days of [90, 30] as const) {
    const part = await host.call(manager, 'policy', 'rehearse', { policy, days })
    expect([days, part.differing, part.after]).toEqual([days, 0, part.before])
    expect(part.before.filed).toBeLessThan(same.before.filed)
  }

  const deadlines = policy.deadlines.map(rule =>
    rule.kind === 'completion' ? { ...rule, target: { hours: 0.5 } } : rule,
  )
  const late = await host.call(manager, 'policy', 'rehearse', { policy: { ...policy, deadlines }, days: 365 })
  expect(late.after.lateCompletions).toBeGreaterThan(late.before.lateCompletions)
  expect(late.tickets[0]?.deadlines.every(({ kind }) => kind === 'completion')).toBe(true)

  const routing = policy.routing.filter(rule => !('steward' in rule.to))
  const moved = await host.call(manager, 'policy', 'rehearse', { policy: { ...policy, routing }, days: 365 })
  expect(moved.differing).toBeGreaterThan(20)
  expect(moved.after.late).toBe(moved.before.late)
}

describeOnPostgres('the demo’s year (D-RH-1)', open => {
  test('has the very deadlines and assignments when rehearsed, by scenario and in the desk', async () => {
    const host = await openHost(await open(), { demoTickets: 120 })
    try {
      await rehearseFromHistory(host)
      await rehearseInTheDesk(host)
    } finally {
      await host.close()
    }
  }, 300_000)
})
