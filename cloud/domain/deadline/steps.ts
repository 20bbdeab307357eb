import type { Role } from '../../../types/vocabulary'

/** What a deadline does by itself as its time runs (D-SLA-15, D-RT-3). */
export type DeadlineStep =
  /** `share` of the open time is used. */
  | { readonly what: 'warn'; readonly share: number }
  | { readonly what: 'breach' }
  /** `to`: the post that is to hear of it. */
  | { readonly what: 'escalate'; readonly level: number; readonly to: Role }
  /** Nobody has accepted: the ticket goes to the next candidate. */
  | { readonly what: 'reassign' }

/** Everything that can happen by itself, beside deadlines too: the ends of holds and quiet periods, a reminder. */
export type Step =
  | DeadlineStep
  | { readonly what: 'endQuietPeriod' }
  | { readonly what: 'resume' }
  | { readonly what: 'remind' }

/** A step that has been carried out, once (D-SLA-18). Of an escalation, `to` is the post that really heard of it. */
export type Fired = DeadlineStep & {
  /** When it was due, epoch ms. */
  readonly dueAt: number
  /** When it was noticed, epoch ms. */
  readonly at: number
}

/** Tells the steps of one run apart: each is carried out once. Who hears of an escalation makes no other step of it. */
export function isSameStep(one: Step, other: Step): boolean {
  switch (one.what) {
    case 'warn':
      return other.what === 'warn' && other.share === one.share
    case 'escalate':
      return other.what === 'escalate' && other.level === one.level
    default:
      return other.what === one.what
  }
}
