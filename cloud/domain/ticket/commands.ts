import type { InputOf } from '../../../types/contract'
import type { FindingKind, Severity, Urgency } from '../../../types/vocabulary'
import type { Complainant } from './complainants'
import type { Target } from './decision'
import type { Filed, PolicyScope, SurveyAnswers, SurveyDetails } from './events'

type Envelope = 'ticketId' | 'idempotencyKey' | 'version'
type WithoutEnvelope<T> = T extends unknown ? Omit<T, Envelope> : never

/** A command of `ticket.act` as the contract has it, without its envelope. */
export type ActionCommand = WithoutEnvelope<InputOf<'ticket', 'act'>>

export type Settled = NonNullable<InputOf<'ticket', 'file'>['settled']>

/** Everything that can be asked of a ticket: by people through actions, and by the clock. */
export type TicketCommand =
  /**
   * `settled`: put right on the spot by whoever records it (D-IN-8); left out: it is still to be done. `into`: it is a
   * neighbour's matter, which the filer joins (D-IN-6).
   */
  | {
      readonly command: 'file'
      readonly filing: Omit<Filed, 'type'>
      readonly settled?: Settled | undefined
      readonly into?: Target
    }
  | ActionCommand
  | {
      readonly command: 'answerSurvey'
      readonly answers: SurveyAnswers
      readonly photos?: readonly string[] | undefined
    }
  | {
      readonly command: 'detailSurvey'
      readonly details: SurveyDetails
      readonly photos?: readonly string[] | undefined
    }
  /** `complainant`: whose, by the ticket on which they told it; left out: the filer's. */
  | { readonly command: 'revealContact'; readonly complainant?: string | undefined }
  /** The other ticket's complainants join this one (D-IN-6). */
  | {
      readonly command: 'join'
      readonly from: string
      readonly fromNumber: string
      /** Of the other ticket, as it was classified when it was merged. */
      readonly urgency: Urgency
      readonly severity: Severity
      readonly complainants: readonly Complainant[]
    }
  /** Undoes `join` (D-HD-8); `complainants` by `complainantKey`. */
  | {
      readonly command: 'separate'
      readonly from: string
      readonly fromNumber: string
      readonly complainants: readonly string[]
    }
  /** Complained of again in the quiet period (D-CB-2); who may is said by `mayBeSame`, and not by the table. */
  | {
      readonly command: 'complainAgain'
      /** It is the same matter; false: nobody was asked, and it was filed as a matter of its own, under this number. */
      readonly same: boolean
      readonly number: string | null
      readonly text: string
      readonly photos: readonly string[]
      /** Somebody of the household who has not complained of it before; null: nobody new. */
      readonly joins: Complainant | null
    }
  /** D-RT-7; whether the planner may is a matter of the person's post and not of the ticket. */
  | {
      readonly command: 'handOver'
      /** null: of whoever has the ticket. */
      readonly fromPersonId: string | null
      /** Only what is done for this department; null: for any. */
      readonly departmentId: string | null
      /** null: whoever the rules would ask next. */
      readonly toPersonId: string | null
      readonly reason: string
    }
  /** Somebody has just been refused what the callback's rules forbid (D-CB-6). */
  | {
      readonly command: 'noteFinding'
      readonly finding: FindingKind
      readonly personId: string
      /** null: no member of staff. */
      readonly personName: string | null
    }
  /** The other side of `relate`. */
  | { readonly command: 'noteRelated'; readonly id: string; readonly number: string }
  /** The clock: a filing has completed a cluster of complaints about one thing (D-SP-2). */
  | {
      readonly command: 'noteHotspot'
      readonly tickets: readonly { readonly id: string; readonly number: string }[]
      readonly people: number
    }
  /** The clock: a new version of the policy reaches what is running (D-SLA-17). */
  | { readonly command: 'applyPolicy'; readonly version: number; readonly scope: PolicyScope }
  /** The clock: whatever is due at `now` happens. */
  | { readonly command: 'fireDue' }

export type CommandOf<Name extends TicketCommand['command']> = Extract<TicketCommand, { command: Name }>
