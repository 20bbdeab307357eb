import { toIso } from '../domain/calendar/zone'
import { type Timer, isDeadline, ruleOf, timersOf } from '../domain/deadline/timers'
import type { CompiledPolicy } from '../domain/policy/compile/compile'
import { type Ticket, endingOf, isOpen } from '../domain/ticket/state'
import type { Run } from './run'

const iso = (at: number | null): string | null => (at === null ? null : toIso(at))

/** One deadline as a rehearsal answers it (docs/architecture.md, Stable interfaces); times in +08:00. */
export interface DeadlineAnswer {
  readonly kind: string
  readonly cycle: number
  readonly startedAt: string
  readonly dueAt: string
  readonly metAt: string | null
  /** Ended without being met. */
  readonly endedAt: string | null
  readonly heldSeconds: number
  /** Years whose holidays are not announced yet and may still move the due time (D-SLA-21). */
  readonly unannouncedYears: readonly number[]
  readonly warnings: readonly { readonly share: number; readonly at: string }[]
  readonly breachedAt: string | null
  /** `to`: the post of the rule; `heldBy`: that one, or the next post that somebody holds. */
  readonly escalations: readonly {
    readonly level: number
    readonly to: string
    readonly at: string
    readonly heldBy: string
  }[]
}

const clockOf = (ticket: Ticket, timer: Timer) =>
  ticket.deadlineRuns.find(clock => clock.kind === timer.kind && clock.cycle === timer.cycle)

function deadlineAnswer(timer: Timer, ticket: Ticket, policy: CompiledPolicy): readonly DeadlineAnswer[] {
  if (!isDeadline(timer)) return []
  const clock = clockOf(ticket, timer)
  const fired = clock?.fired ?? []
  // As it was classified when the clock stopped: a later correction told nobody of it.
  const rule = clock && ruleOf(clock, ticket, policy)
  return [
    {
      kind: timer.kind,
      cycle: timer.cycle,
      startedAt: toIso(timer.startedAt),
      dueAt: toIso(timer.dueAt),
      metAt: iso(timer.metAt),
      endedAt: iso(timer.endedAt),
      heldSeconds: timer.heldSeconds,
      unannouncedYears: timer.unannouncedYears,
      warnings: fired.flatMap(step => (step.what === 'warn' ? [{ share: step.share, at: toIso(step.dueAt) }] : [])),
      breachedAt: iso(timer.breachedAt),
      escalations: fired.flatMap(step =>
        step.what === 'escalate'
          ? [
              {
                level: step.level,
                to: rule?.escalate?.[step.level - 1]?.to ?? step.to,
                at: toIso(step.dueAt),
                heldBy: step.to,
              },
            ]
          : [],
      ),
    },
  ]
}

/** What `npm run rehearse` prints (docs/architecture.md, Stable interfaces). */
export function answerOf({ policy, tickets, refused, notPlayed, log }: Run) {
  const all = [...tickets].map(([name, ticket]) => {
    const deadlines = timersOf(ticket, policy).flatMap(timer => deadlineAnswer(timer, ticket, policy))
    const { state, assignment, route } = ticket
    return [
      name,
      {
        state,
        ending: endingOf(ticket),
        assignee: assignment?.personId ?? null,
        department: assignment?.departmentId ?? null,
        route,
        deadlines,
      },
    ] as const
  })
  const deadlines = all.flatMap(([, { deadlines: own }]) => own)
  const late = all.filter(([, { deadlines: own }]) => own.some(({ breachedAt }) => breachedAt !== null))
  return {
    tickets: Object.fromEntries(all),
    refused: refused.map(({ step, refusal }) => ({ step, code: refusal.code, message: refusal.message })),
    log: log.map(({ ticket, recorded, told }) => ({
      at: toIso(recorded.at),
      ticket,
      event: recorded.event.type,
      told,
    })),
    totals: {
      tickets: tickets.size,
      open: [...tickets.values()].filter(isOpen).length,
      unassigned: all.filter(([, { assignee }]) => assignee === null).length,
      /** Tickets with a breached deadline. */
      late: late.length,
      deadlines: deadlines.length,
      warnings: deadlines.reduce((sum, { warnings }) => sum + warnings.length, 0),
      breaches: deadlines.filter(({ breachedAt }) => breachedAt !== null).length,
      escalations: deadlines.reduce((sum, { escalations }) => sum + escalations.length, 0),
      /** Messages to people. */
      notices: log.reduce((sum, { told }) => sum + told.length, 0),
      refused: refused.length,
      /** Steps after `until`. */
      notPlayed,
    },
  }
}
export type RehearsalAnswer = ReturnType<typeof answerOf>
