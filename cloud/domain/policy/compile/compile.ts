import type { Channel, DeadlineKind, Kind, Severity, Urgency } from '../../../../types/vocabulary'
import { type Calendar, compileCalendar } from '../../calendar/calendar'
import { holidaysOf } from '../../calendar/holidays'
import { parseTime } from '../../calendar/shifts'
import { dayNumber, startOfDay } from '../../calendar/zone'
import type { Category, Condition, DeadlineRule, OneOrMany, Policy, TimeSpan } from '../model/policy'

/** What conditions are asked about. */
export interface Facts {
  readonly kind: Kind
  readonly urgency: Urgency
  readonly severity: Severity
  readonly channel: Channel
  readonly category: string
  readonly buildingId: string | null
  /** The place and what it lies in, as far as known. */
  readonly placeIds: readonly string[]
  readonly centerId: string
  readonly anonymous: boolean
  readonly keyCustomer: boolean
}

/** A policy with what can be computed once: calendars, each category's ancestors, and the rules of each deadline. */
export interface CompiledPolicy {
  readonly version: number
  readonly policy: Policy
  calendar(name: string): Calendar
  category(id: string): Category | undefined
  /** The category itself and everything above it. */
  lineage(categoryId: string): ReadonlySet<string>
  departmentName(id: string): string
  /** Of one kind of deadline, in the order in which they are tried. */
  deadlineRules(kind: DeadlineKind): readonly DeadlineRule[]
  /** Whether some rule asks where in the tree of places a matter is. */
  readonly asksPlaces: boolean
}

const noRules: readonly DeadlineRule[] = []

/** @throws Error when the policy names a calendar it does not define; saving a policy checks that first. */
export function compilePolicy(policy: Policy, version: number): CompiledPolicy {
  const holidays = holidaysOf(policy.holidayYears)
  const calendars = new Map(
    Object.entries(policy.calendars).map(([name, config]) => [name, compileCalendar(config, holidays)] as const),
  )
  const categories = new Map(policy.categories.map(category => [category.id, category]))
  const lineages = new Map<string, ReadonlySet<string>>()
  const lineage = (id: string): ReadonlySet<string> => {
    const known = lineages.get(id)
    if (known) return known
    const parents = new Set([id])
    for (let at = categories.get(id); at?.parentId && !parents.has(at.parentId); at = categories.get(at.parentId))
      parents.add(at.parentId)
    // Only configured categories are kept: a scenario may name any string, and the map must not grow with them.
    if (categories.has(id)) lineages.set(id, parents)
    return parents
  }
  const departments = new Map(policy.departments.map(department => [department.id, department.name]))
  const deadlineRules = new Map<DeadlineKind, DeadlineRule[]>()
  for (const rule of policy.deadlines) {
    const alike = deadlineRules.get(rule.kind)
    if (alike) alike.push(rule)
    else deadlineRules.set(rule.kind, [rule])
  }
  return {
    version,
    policy,
    calendar: name => {
      const calendar = calendars.get(name)
      if (!calendar) throw new Error(`policy names an unknown calendar: ${name}`)
      return calendar
    },
    category: id => categories.get(id),
    lineage,
    departmentName: id => departments.get(id) ?? id,
    deadlineRules: kind => deadlineRules.get(kind) ?? noRules,
    asksPlaces: [...policy.routing, ...policy.deadlines, ...(policy.survey.questionnaires ?? [])].some(
      rule => rule.when?.place !== undefined,
    ),
  }
}

const among = <T>(wanted: OneOrMany<T> | undefined, value: T): boolean =>
  wanted === undefined || (Array.isArray(wanted) ? wanted.includes(value) : wanted === value)

const amongLineage = (wanted: OneOrMany<string> | undefined, lineage: ReadonlySet<string>): boolean =>
  wanted === undefined || (typeof wanted === 'string' ? lineage.has(wanted) : wanted.some(id => lineage.has(id)))

/** Whether an instant lies in a span of the day at +08:00; one that ends before it begins goes over midnight. */
export function isWithin({ from, to }: TimeSpan, at: number): boolean {
  const ms = at - startOfDay(dayNumber(at))
  const [open, close] = [parseTime(from) ?? 0, parseTime(to) ?? 0]
  return open <= close ? open <= ms && ms < close : open <= ms || ms < close
}

/** Whether a rule's condition holds for a ticket at an instant (epoch ms). */
export function conditionHolds(
  condition: Condition | undefined,
  facts: Facts,
  at: number,
  policy: CompiledPolicy,
): boolean {
  if (!condition) return true
  return (
    among(condition.kind, facts.kind) &&
    among(condition.urgency, facts.urgency) &&
    among(condition.severity, facts.severity) &&
    among(condition.channel, facts.channel) &&
    among<string | null>(condition.building, facts.buildingId) &&
    (condition.place === undefined || facts.placeIds.some(id => among(condition.place, id))) &&
    among(condition.center, facts.centerId) &&
    (condition.keyCustomer === undefined || condition.keyCustomer === facts.keyCustomer) &&
    (condition.timeOfDay === undefined || isWithin(condition.timeOfDay, at)) &&
    (condition.anonymous === undefined || condition.anonymous === facts.anonymous) &&
    amongLineage(condition.category, policy.lineage(facts.category)) &&
    (condition.open === undefined || policy.calendar(condition.open.calendar).isOpen(at) === condition.open.is)
  )
}
