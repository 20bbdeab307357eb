import type { Choice } from '@/ui/choices'
import type { TicketView } from '../../../types/contract/ticket-views'

/** What has been entered so far, by the path of the field in the request (`cause.factor`). */
export type Values = Readonly<Record<string, unknown>>

interface Common {
  /** Path in the request. */
  name: string
  label: string
  optional?: true
  /** Shown only where this holds; a hidden field is not sent. */
  when?: (values: Values) => boolean
  /** Not drawn as long as this holds, and sent all the same: it is filled in already. */
  folded?: (values: Values) => boolean
}

/** How a field is entered. Lengths and what is required stay with the contract's schema. */
export type Field = Common &
  (
    | {
        control: 'text'
        max: number
        placeholder?: string
        long?: true
        templates?: readonly string[]
        /** Whole sentences for this ticket, above the text: one tap each. */
        phrases?: (ticket: TicketView) => readonly string[]
      }
    | { control: 'choice'; choices: readonly Choice<string>[]; form?: 'chips' | 'rows' }
    | { control: 'several'; choices: readonly Choice<string>[] }
    | { control: 'yesNo'; yes: string; no: string }
    | { control: 'switch'; hint: string }
    | { control: 'rating' }
    | { control: 'category' }
    /** A department, a person of it, or neither; `name` is the person's path, `departmentName` the department's. */
    | { control: 'dispatch'; departmentName: string }
    | { control: 'person' }
    /** One of the assists that are still open. */
    | { control: 'assist' }
    /** `before`: the photos of before stand beside it. */
    | { control: 'photos'; before?: true }
    | { control: 'dateTime' }
    | { control: 'money' }
    /** A whole number. */
    | { control: 'number' }
    | { control: 'ticket' }
    /** One line for what is filled in already; a tap unfolds it. It is sent nowhere. */
    | { control: 'fold'; summary: (values: Values) => string }
    /** One of the complainants who have still to be heard (D-HD-8). */
    | { control: 'complainant' }
  )

/** A label record of the vocabulary as choices; `hints` adds a second line. */
export const choicesOf = <Id extends string>(
  labels: Readonly<Record<Id, string>>,
  hints: Partial<Record<Id, string>> = {},
): Choice<string>[] =>
  (Object.keys(labels) as Id[]).map(id => ({
    id,
    word: labels[id],
    ...(hints[id] === undefined ? {} : { hint: hints[id] }),
  }))

const applies = ({ when }: Field, values: Values): boolean => when === undefined || when(values)

/** The fields that are to be seen now. */
export const shownFields = (fields: readonly Field[], values: Values): Field[] =>
  fields.filter(field => applies(field, values) && field.folded?.(values) !== true)

/** The fields that are sent: those to be seen, and those that are filled in and folded away. */
export const sentFields = (fields: readonly Field[], values: Values): Field[] =>
  fields.filter(field => applies(field, values) && field.control !== 'fold')
