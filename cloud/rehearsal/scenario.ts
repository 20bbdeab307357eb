import * as z from 'zod/mini'
import { actRequest, onlinePost, surveyAnswers } from '../../types/contract/commands'
import { policyDocument, surveyPolicyDocument } from '../../types/contract/policy-document'
import { type Channel, channelLabels, keysOf, kindLabels, roleLabels, urgencyLabels } from '../../types/vocabulary'
import { parseDate, parseIso } from '../domain/calendar/zone'
import { defaultPolicy } from '../domain/policy/model/default-policy'
import type { DeadlineRule, Policy, RoutingRule } from '../domain/policy/model/policy'
import { type PolicyProblem, validatePolicy } from '../domain/policy/validate/validate'
import type { ActionCommand, TicketCommand } from '../domain/ticket/commands'
import { placeOf, whatIsWrong } from './fault'

/** A scenario that can't be run: one sentence that names the place (docs/architecture.md, Stable interfaces). */
export class BrokenScenario extends Error {
  override readonly name = 'BrokenScenario'
}

const timeForm = 'must be a time with its offset, such as 2026-03-02T09:00:00+08:00'
const isoTime = () =>
  z.string().check(
    z.refine<string>(text => parseIso(text) !== null, {
      error: timeForm,
    }),
  )
const isoDay = () =>
  z.string().check(z.refine<string>(text => parseDate(text) !== null, { error: 'must be a day such as 2026-03-01' }))

const span = <Schema extends z.ZodMiniType<string>>(schema: Schema) => z.tuple([schema, schema])

const staffSchema = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  name: z.optional(z.string()),
  posts: z.array(z.enum(keysOf(roleLabels))).check(z.minLength(1)),
  buildings: z.optional(z.array(z.string())),
  department: z.optional(z.nullable(z.string())),
  skills: z.optional(z.array(z.string())),
  leave: z.optional(z.array(span(isoDay()))),
  /** At work at all; true unless said otherwise. */
  present: z.optional(z.boolean()),
  /** Shifts on the duty roster. */
  duty: z.optional(z.array(span(isoTime()))),
})
export type ScenarioStaff = z.output<typeof staffSchema>

const policySchema = z.strictObject({
  ...z.partial(policyDocument).shape,
  survey: z.optional(z.partial(surveyPolicyDocument)),
})

/** What a filing says in a scenario: free words where production would look something up. */
const fileSchema = z.strictObject({
  kind: z.optional(z.enum(keysOf(kindLabels))),
  channel: z.optional(z.enum(keysOf(channelLabels))),
  urgency: z.optional(z.enum(keysOf(urgencyLabels))),
  category: z.optional(z.string()),
  building: z.optional(z.nullable(z.string())),
  place: z.optional(z.nullable(z.string())),
  /** The place and everything it lies in. */
  placePath: z.optional(z.array(z.string())),
  center: z.optional(z.string()),
  text: z.optional(z.string()),
  expectation: z.optional(z.string()),
  anonymous: z.optional(z.boolean()),
  keyCustomer: z.optional(z.boolean()),
  /** Can be asked afterwards; false exempts from the callback (D-CB-2b). */
  reachable: z.optional(z.boolean()),
  callbackDeclined: z.optional(z.boolean()),
  /** Who recorded it on somebody's behalf. */
  recordedBy: z.optional(z.nullable(z.string())),
  filer: z.optional(z.nullable(z.string())),
  /** Put right on the spot by whoever recorded it, to the person's satisfaction (D-IN-8). */
  settled: z.optional(z.boolean()),
  /** Where it was found online, and how far it had gone (D-SP-5). */
  post: z.optional(z.strictObject(onlinePost)),
  /** It reached head office first (D-HD-4). */
  fromHeadOffice: z.optional(z.boolean()),
  /** The ticket of a neighbour's matter, which the filer joins (D-IN-6). */
  joins: z.optional(z.string()),
})
export type ScenarioFiling = z.output<typeof fileSchema>

const stepSchema = z.strictObject({
  at: isoTime(),
  ticket: z.string().check(z.minLength(1), z.maxLength(64)),
  do: z.string(),
  by: z.optional(z.string()),
  data: z.optional(z.record(z.string(), z.unknown())),
})

const scenarioSchema = z.strictObject({
  policy: z.optional(policySchema),
  staff: z.optional(z.array(staffSchema)),
  steps: z.array(stepSchema),
  until: z.optional(isoTime()),
})

/** One thing that somebody does. `index` is its place in the file, from 0. */
export interface ScenarioStep {
  readonly index: number
  /** Epoch ms. */
  readonly at: number
  readonly ticket: string
  readonly by: string | null
  readonly does:
    | { readonly what: 'file'; readonly filing: ScenarioFiling }
    | { readonly what: 'command'; readonly command: Exclude<TicketCommand, { command: 'file' }> }
}

export interface Scenario {
  readonly policy: Policy
  readonly staff: readonly ScenarioStaff[]
  /** In the order of time. */
  readonly steps: readonly ScenarioStep[]
  /** Epoch ms. */
  readonly until: number
}

/** Words a rehearsal may leave out; what counts for clocks and routes (a reason to hold, a person) has to be said. */
const unsaid: Record<string, Readonly<Record<string, unknown>>> = {
  decline: { reason: 'other', text: '演练' },
  return: { reason: '演练' },
  transfer: { reason: '演练' },
  reply: { text: '演练' },
  note: { text: '演练' },
  propose: { measures: '演练', responsible: '演练' },
  inspect: { findings: '演练' },
  counter: { text: '演练' },
  complete: { summary: '演练', cause: { factor: 'people' }, verdict: 'substantiated', responsibleParty: 'own' },
  reject: { text: '演练' },
  supplement: { text: '演练' },
  reopen: { reason: '演练' },
  supervise: { text: '演练' },
  answerSupervision: { text: '演练' },
  escalate: { reason: '演练' },
  exempt: { reason: 'sensitive', text: '演练' },
  recordCallback: { result: 'answered' },
  remedy: { kind: 'redo', text: '演练' },
  reclassify: { reason: '演练' },
  assist: { task: '演练' },
  finishAssist: { assist: 1, text: '演练' },
  cancelAssist: { assist: 1, reason: '演练' },
  split: { reason: '演练' },
  report: { stage: 'first', text: '演练' },
  judgeSeverity: { confirmed: true, reason: '演练' },
  judgeReport: { approved: true, text: '演练' },
  decideDraft: { decision: 'approve' },
  endFollowing: { outcome: 'solved', text: '演练' },
  notePost: { link: '演练' },
  reportBack: { text: '演练' },
}
const satisfied = { reception: 5, measures: 5, result: 5, solved: true }

const surveySchema = z.strictObject(surveyAnswers)
const handOverSchema = z.strictObject({
  /** Whose; left out: whoever has the ticket. */
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  reason: z.optional(z.string()),
})

function broken(place: string, reason: string): never {
  throw new BrokenScenario(`${place} ${reason}`)
}

function checked<Schema extends z.ZodMiniType>(schema: Schema, value: unknown, where: string): z.output<Schema> {
  const result = z.safeParse(schema, value, { reportInput: true })
  if (result.success) return result.data
  const issue = result.error.issues[0]
  return issue ? broken(placeOf(where, issue), whatIsWrong(issue)) : broken(where, 'is not valid')
}

/** Times in a command may be written like every other time in the file; the contract knows them as epoch ms. */
function instantsOf(data: Readonly<Record<string, unknown>>, where: string): Readonly<Record<string, number>> {
  const times: Record<string, number> = {}
  for (const field of ['until', 'completeBy', 'readAt']) {
    const text = data[field]
    if (typeof text !== 'string') continue
    times[field] = parseIso(text) ?? broken(`${where}.data.${field}`, timeForm)
  }
  return times
}

function commandOf(
  name: string,
  data: Readonly<Record<string, unknown>>,
  at: number,
  where: string,
): ScenarioStep['does'] {
  if (name === 'file') return { what: 'file', filing: checked(fileSchema, data, `${where}.data`) }
  if (name === 'answerSurvey') {
    const given = checked(surveySchema, { ...satisfied, ...data }, `${where}.data`)
    const { reasons = [], text = null, suggestion = null, anonymous = false, ...ratings } = given
    return {
      what: 'command',
      command: { command: 'answerSurvey', answers: { ...ratings, reasons, text, suggestion, anonymous } },
    }
  }
  if (name === 'handOver') {
    const { from = null, to = null, reason = '演练' } = checked(handOverSchema, data, `${where}.data`)
    return {
      what: 'command',
      command: { command: 'handOver', fromPersonId: from, departmentId: null, toPersonId: to, reason },
    }
  }
  const known = actRequest.def.options.some(({ shape }) => shape.command.def.values.some(value => value === name))
  if (!known) broken(`${where}.do`, `names no command: ${JSON.stringify(name)}`)
  const allowed = actRequest.def.options.find(({ shape }) => shape.command.def.values.some(value => value === name))
  const unknown = Object.keys(data).find(key => allowed && !(key in allowed.shape))
  if (unknown !== undefined) broken(`${where}.data.${unknown}`, 'is not a field of this command')
  const times = instantsOf(data, where)
  // Any word may stand for a category, a department, a person or a ticket; the contract knows made ids only.
  const free = Object.fromEntries(
    ['category', 'departmentId', 'assigneeId', 'into', 'relatedTo'].flatMap(field => {
      const value = data[field]
      return typeof value === 'string' && value !== '' ? [[field, value] as const] : []
    }),
  )
  const stand = Object.fromEntries(Object.keys(free).map(field => [field, 'rehearsal']))
  const answers =
    name === 'recordCallback' && (data['result'] ?? 'answered') === 'answered' ? { answers: satisfied } : {}
  // A proposal is for later, whenever it is made.
  const promised = name === 'propose' ? { completeBy: at + 7 * 86_400_000 } : {}
  const envelope = { ticketId: 'rehearsal', idempotencyKey: 'rehearsal', command: name }
  const request = checked(
    actRequest,
    { ...unsaid[name], ...promised, ...answers, ...data, ...times, ...stand, ...envelope },
    `${where}.data`,
  )
  const { ticketId: _ticket, idempotencyKey: _key, version: _version, ...command } = request
  // Leaving the envelope out of each member of the union gives the union of what is left.
  return { what: 'command', command: { ...command, ...free } as ActionCommand }
}

const warn = [0.5, 0.8]
const escalate = defaultPolicy.deadlines.find(rule => rule.escalate)?.escalate ?? []

/**
 * D-SLA-15 as by default, where a rule says nothing of warnings or levels; a quiet period promises nobody anything.
 * Other than a document that is saved, where nothing said means none: of a scenario's policy all is optional and defaults
 * fill in (docs/architecture.md, Stable interfaces). `[]` says none in both, so a document written out in full is read the same.
 */
const withLevels = (rule: DeadlineRule): DeadlineRule =>
  rule.kind === 'quiet' ? rule : { ...rule, warn: rule.warn ?? warn, escalate: rule.escalate ?? escalate }

/** Whether the list may name nobody: only waiting in triage is certain where people are free. */
const endsOpen = (rules: readonly RoutingRule[]): boolean => {
  const last = rules.at(-1)
  return last === undefined || Object.keys(last.when ?? {}).length > 0 || !('triage' in last.to)
}

/** A rule may stand behind one that fits everything: that one may have nobody to name, and a scenario isn't saved. */
const isFatal = ({ path, blocking }: PolicyProblem): boolean => blocking && !/^routing\.\d+$/.test(path)

/** `deadlines.2.warn.0` as the places in a file are written: `deadlines[2].warn[0]`. */
const written = (path: string): string => path.replaceAll(/\.(\d+)(?=\.|$)/g, '[$1]')

/** Words that steps and staff use without the policy having them. */
interface Named {
  readonly categories: readonly string[]
  readonly departments: readonly string[]
}

function namedIn(steps: readonly ScenarioStep[], staff: readonly ScenarioStaff[]): Named {
  const categories: string[] = []
  const departments = staff.flatMap(({ department }) => department ?? [])
  for (const { does } of steps) {
    const said = does.what === 'file' ? does.filing : does.command
    if ('category' in said && said.category !== undefined) categories.push(said.category)
    if ('departmentId' in said && said.departmentId) departments.push(said.departmentId)
  }
  return { categories, departments }
}

/** Defaults fill in; a list given replaces the default list; calendars and survey figures are filled in by name. */
function policyOf(given: z.output<typeof policySchema> | undefined, named: Named): Policy {
  const { calendars, deadlines, routing, survey, ...rest } = given ?? {}
  const rules = routing ?? defaultPolicy.routing
  const categories = rest.categories ?? defaultPolicy.categories
  const departments = rest.departments ?? defaultPolicy.departments
  const missing = (words: readonly string[], known: readonly { readonly id: string }[]): readonly string[] =>
    [...new Set(words)].filter(word => !known.some(({ id }) => id === word))
  const policy: Policy = {
    ...defaultPolicy,
    ...rest,
    categories: [...categories, ...missing(named.categories, categories).map(id => ({ id, name: id, parentId: null }))],
    departments: [...departments, ...missing(named.departments, departments).map(id => ({ id, name: id }))],
    calendars: { ...defaultPolicy.calendars, ...calendars },
    deadlines: (deadlines ?? defaultPolicy.deadlines).map(withLevels),
    // D-RT-1: a default always exists.
    routing: endsOpen(rules) ? [...rules, { name: '默认由客服受理', to: { triage: true } }] : rules,
    survey: { ...defaultPolicy.survey, ...survey },
  }
  const problem = validatePolicy(policy, null).find(isFatal)
  if (problem) broken(`policy.${written(problem.path)}:`, problem.message)
  return policy
}

const instantOf = (text: string): number => parseIso(text) ?? 0

/**
 * A scenario file as text (docs/architecture.md, Stable interfaces).
 * @throws BrokenScenario with one sentence naming the place
 */
export function readScenario(text: string): Scenario {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new BrokenScenario(`the file is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  const given = checked(scenarioSchema, json, '')
  const steps = given.steps.map((step, index): ScenarioStep => {
    const where = `steps[${index}]`
    return {
      index,
      at: instantOf(step.at),
      ticket: step.ticket,
      by: step.by ?? null,
      does: commandOf(step.do, step.data ?? {}, instantOf(step.at), where),
    }
  })
  const filed = new Map<string, number>()
  for (const { index, ticket, does } of steps) {
    if (does.what !== 'file') continue
    const before = filed.get(ticket)
    if (before !== undefined) broken(`steps[${index}].ticket`, `is filed already by steps[${before}]: ${ticket}`)
    filed.set(ticket, index)
  }
  for (const { index, ticket } of steps)
    if (!filed.has(ticket)) broken(`steps[${index}].ticket`, `is never filed: ${ticket}`)
  // Somebody with posts in two departments stands twice, once for each.
  const posts = (given.staff ?? []).flatMap((one, index) =>
    one.posts.map(role => ({ index, post: `${one.id} ${role}` })),
  )
  const twice = posts.find(({ post }, index) => posts.findIndex(other => other.post === post) < index)
  if (twice) broken(`staff[${twice.index}].posts`, `has a post that stands twice: ${twice.post}`)
  return {
    policy: policyOf(given.policy, namedIn(steps, given.staff ?? [])),
    staff: given.staff ?? [],
    // Stable: what is written first happens first where the times are the same.
    steps: [...steps].sort((one, other) => one.at - other.at),
    until: given.until === undefined ? Math.max(0, ...steps.map(({ at }) => at)) : instantOf(given.until),
  }
}

/** Residents have no other way in (D-IN-1); the rest is recorded by staff. */
export const isRecorded = (channel: Channel): boolean => channel !== 'miniProgram'
