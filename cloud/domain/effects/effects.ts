import { type CountChanges, countChanges } from '../counting/changes'
import type { CompiledPolicy } from '../policy/compile/compile'
import type { Directory } from '../routing/directory'
import type { Recorded } from '../ticket/events'
import type { Ticket } from '../ticket/state'
import { type CallChanges, callChanges } from './calls'
import { type NoticeEffects, noticeEffects } from './notices'
import { type ParticipantChanges, participantsOf } from './participants'
import { type KeptWish, type SurveyChanges, keptWishes, surveysOf } from './surveys'
import { type TimerEffects, timerEffects } from './timers'

/** A decision, with what it was made on. */
export interface Consequence {
  readonly before: Ticket | null
  readonly events: readonly Recorded[]
  readonly after: Ticket
  readonly directory: Directory
  /** Of the household, who has asked to be told (D-AC-2); left out: nobody. */
  readonly followers?: readonly string[]
  /** What `after` runs under. */
  readonly policy: CompiledPolicy
  /** What `before` ran under. The two differ only where this decision has applied a newer policy (D-SLA-17). */
  readonly policyBefore: CompiledPolicy
}

/** Everything that follows from a decision besides its events. Pure: the store writes it down as it is. */
export interface Effects {
  readonly timers: TimerEffects
  readonly notices: NoticeEffects
  readonly participants: ParticipantChanges
  readonly surveys: SurveyChanges
  readonly calls: CallChanges
  readonly wishes: readonly KeptWish[]
  readonly counts: CountChanges
}

/** The same for every command and every timer, and for a rehearsal. */
export const effectsOf = ({
  before,
  events,
  after,
  directory,
  policy,
  policyBefore,
  followers,
}: Consequence): Effects => ({
  timers: timerEffects(before, after, policy, policyBefore),
  // People are told in the words of the rules that they acted under.
  notices: noticeEffects(before, events, after, directory, policyBefore, followers),
  participants: participantsOf(before, after),
  surveys: surveysOf({ before, events, after }),
  calls: callChanges(before, after, policy, policyBefore),
  wishes: keptWishes({ before, events, after }),
  counts: countChanges(before, events, () => policyBefore),
})
