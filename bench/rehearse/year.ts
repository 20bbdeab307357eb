import { writeFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { toIso } from '../../cloud/domain/calendar/zone'
import { compilePolicy } from '../../cloud/domain/policy/compile/compile'
import { type PastTicket, isDifferent, replayPast, replayedTypes } from '../../cloud/domain/rehearsal/replay'
import type { Recorded } from '../../cloud/domain/ticket/events'
import { replay } from '../../cloud/domain/ticket/evolve'
import { directoryOf } from '../../cloud/rehearsal/cast'
import { run as rehearse } from '../../cloud/rehearsal/run'
import { type Scenario, readScenario } from '../../cloud/rehearsal/scenario'
import { rounded, tell } from '../figures'

/** Rehearses a year in a process of its own; arguments: where to write the scenario, and of how many tickets. */
const [file = '', amount = ''] = process.argv.slice(2)
const tickets = Number(amount)
const minute = 60_000
const hour = 60 * minute
const start = Date.UTC(2025, 2, 2, 0)

/** A fixed sequence: the same tickets in every run. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function scenarioText(): string {
  const random = dice(20_260_302)
  const categories = ['leak', 'lift', 'noise', 'parking', 'rubbish', 'billing', 'neighbour', 'lighting']
  const staff = Array.from({ length: 40 }, (_, index) => ({
    id: `s${index}`,
    posts: [index < 20 ? 'steward' : index < 36 ? 'handler' : index < 38 ? 'clerk' : 'departmentHead'],
    department: ['engineering', 'cleaning', 'security', 'service', 'finance'][index % 5],
    buildings: index < 20 ? [`b${index}`] : [],
  }))
  const steps: object[] = []
  for (let index = 0; index < tickets; index += 1) {
    const ticket = `T${index}`
    let at = start + Math.floor((index * 360 * 24 * hour) / tickets)
    const then = (what: string, data: object = {}) => steps.push({ at: toIso(at), ticket, do: what, data })
    then('file', {
      category: categories[Math.floor(random() * categories.length)],
      building: `b${Math.floor(random() * 20)}`,
    })
    const later = (least: number, most: number) => (at += Math.floor(least + random() * (most - least)))
    later(2 * minute, 25 * minute)
    // What waits in triage is dispatched; what has been routed already is dispatched once more to the same.
    if (random() < 0.1) then('urge')
    then('accept')
    later(minute, hour)
    then('reply')
    if (random() < 0.1) {
      then('hold', { reason: 'awaitingPart' })
      later(8 * hour, 40 * hour)
      then('resume')
    }
    later(hour, 20 * hour)
    then('complete')
    later(10 * minute, 4 * hour)
    then('verify')
    later(10 * minute, 10 * hour)
    then('answerSurvey')
  }
  return JSON.stringify({ staff, steps, until: toIso(start + 366 * 24 * hour) })
}

/** What the year came to; seconds of wall time. */
export interface Figures {
  readonly steps: number
  readonly refusedSteps: number
  readonly events: number
  readonly readSeconds: number
  readonly scenarioSeconds: number
  readonly foldSeconds: number
  readonly replaySeconds: number
  readonly differing: number
  /** Times the cost of merely folding the same events. */
  readonly scenarioRatio: number
  readonly replayRatio: number
  readonly megabytes: number
}

const seconds = (since: number): number => rounded((performance.now() - since) / 1000)

const livedOf = (history: readonly Recorded[]): PastTicket | null => {
  const ticket = replay(history)
  const first = history[0]?.event
  if (!ticket || first?.type !== 'filed') return null
  return {
    ticket,
    filed: first,
    events: history.filter(({ event }) => replayedTypes.some(type => type === event.type)),
  }
}

function year(): Figures {
  tell(`writing a scenario of ${tickets} tickets …`)
  const text = scenarioText()
  writeFileSync(file, text)
  let since = performance.now()
  const scenario: Scenario = readScenario(text)
  const readSeconds = seconds(since)
  tell('rehearsing it …')
  since = performance.now()
  const played = rehearse(scenario)
  const scenarioSeconds = seconds(since)

  const histories = new Map<string, Recorded[]>()
  for (const { ticket, recorded } of played.log) {
    const known = histories.get(ticket)
    if (known) known.push(recorded)
    else histories.set(ticket, [recorded])
  }
  tell('folding its events …')
  since = performance.now()
  const past = [...histories.values()].flatMap(history => livedOf(history) ?? [])
  const foldSeconds = seconds(since)

  tell('replaying the past under another policy …')
  const changed = compilePolicy(
    {
      ...scenario.policy,
      deadlines: scenario.policy.deadlines.map(rule =>
        rule.kind === 'completion' ? { ...rule, target: { hours: 6 } } : rule,
      ),
      routing: scenario.policy.routing.filter(rule => !('steward' in rule.to)),
    },
    2,
  )
  since = performance.now()
  const now = scenario.until
  const fates = replayPast({
    past,
    from: start,
    recorded: () => played.policy,
    changed,
    directory: directoryOf(scenario.staff),
    now,
  })
  const differing = fates.filter(isDifferent).length
  const replaySeconds = seconds(since)
  return {
    steps: scenario.steps.length,
    refusedSteps: played.refused.length,
    events: played.log.length,
    readSeconds,
    scenarioSeconds,
    foldSeconds,
    replaySeconds,
    differing,
    scenarioRatio: rounded(scenarioSeconds / foldSeconds),
    replayRatio: rounded(replaySeconds / foldSeconds),
    megabytes: Math.round(process.memoryUsage().rss / 2 ** 20),
  }
}

process.send?.(year())
