import { firingsOf } from '../support/firings'
import type { Kysely } from 'kysely'
import { dayNumber, startOfDay, toIso } from '../../cloud/domain/calendar/zone'
import { figuresOf, rowsOf } from '../../cloud/domain/counting/figures'
import { type EndingTally, type Tally, endingTallyOf, tallyOf } from '../../cloud/domain/counting/tally'
import { type DeadlineAnswer, answerOf } from '../../cloud/rehearsal/answer'
import { run } from '../../cloud/rehearsal/run'
import { readScenario } from '../../cloud/rehearsal/scenario'
import { directoryOf, findCenter, policyDocumentOf } from '../../cloud/store/place/center'
import type { Database } from '../../cloud/store/schema'
import { historyOf } from '../../cloud/store/ticket/read'
import { countsOf } from '../support/counts'
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

/** D-CT-2: what the figures show of any past day is what the events up to its end say, and so what was shown on that day. */
async function recountLastDays(host: TestHost): Promise<void> {
  const { runtime } = host
  const quality = await host.token('quality-1')
  const tickets = await runtime.db.selectFrom('ticket').select(['id', 'center_id as centerId']).execute()
  const histories = await Promise.all(
    tickets.map(async ({ id, centerId }) => ({ centerId, history: await historyOf(runtime.db, centerId, id) })),
  )
  /** Counted anew only where something has happened on the day. */
  const counts = new Map<string, Awaited<ReturnType<typeof countsOf>>>()
  const countedAsOf = async (asOf: number, index: number) => {
    const ticket = histories[index]
    if (!ticket) throw new Error(`no ticket ${index}`)
    const { centerId, history } = ticket
    const known = history.filter(({ at }) => at <= asOf)
    const key = `${index}:${known.length}`
    const counted = counts.get(key) ?? (await countsOf(runtime, centerId, known))
    counts.set(key, counted)
    return { centerId, counted }
  }
  const now = runtime.clock.now()
  const shown = new Set<number>()
  for (let daysAgo = 30; daysAgo >= 0; daysAgo -= 1) {
    const asOf = startOfDay(dayNumber(now) - daysAgo) - 1
    const period = { from: asOf - 90 * 86_400_000, to: asOf + 1, asOf }
    const options = { by: 'person', period, hideAnonymous: false } as const
    const tallies: Tally[] = []
    const ended: EndingTally[] = []
    for (const index of histories.keys()) {
      const { centerId, counted } = await countedAsOf(asOf, index)
      tallies.push(...counted.askings.flatMap(one => tallyOf(one, centerId, options) ?? []))
      ended.push(...counted.ended.flatMap(one => endingTallyOf(one, centerId, options) ?? []))
    }
    const answer = await host.call(quality, 'report', 'satisfaction', { ...period, by: 'person' })
    const byKey = new Map(answer.rows.map(({ name: _name, ...row }) => [row.key, row]))
    expect(byKey).toEqual(new Map(rowsOf(tallies, ended).map(row => [row.key, row])))
    expect(answer.all).toEqual(figuresOf(tallies, ended))
    shown.add(answer.all.satisfied)
  }
  // The days differ, or the comparison would say little.
  expect(shown.size).toBeGreaterThan(5)
}

describeOnPostgres('the demo’s year (D-RH-1)', open => {
  test('has the very deadlines and assignments when rehearsed, by scenario and in the desk, and figures of past days stay', async () => {
    const host = await openHost(await open(), { demoTickets: 120 })
    try {
      await rehearseFromHistory(host)
      await rehearseInTheDesk(host)
      await recountLastDays(host)
    } finally {
      await host.close()
    }
  }, 300_000)
})
