import { actRequest, type ActCommand, type ActRequest } from '../../../types/contract/commands'
import { parse } from '../../../types/contract/parse'
import { actForms, thenDispatch } from './act-forms'
import { sentFields, type Values } from './fields'
import { holeMessage } from './holes'
import { settledMoney } from './money'

/** The fields of one command, without the envelope of ticket and key. */
export interface CommandStep {
  command: ActCommand
  fields: Record<string, unknown>
  /** Start of the paths of this step's fields in the form. */
  prefix: string
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** `{ 'cause.factor': 'people' }` → `{ cause: { factor: 'people' } }`; what is empty is left out. */
function nested(entries: readonly (readonly [name: string, value: unknown])[]): Record<string, unknown> {
  const whole: Record<string, unknown> = {}
  for (const [name, value] of entries) {
    const path = name.split('.')
    const last = path.pop() as string
    let part = whole
    for (const key of path) part = (part[key] ??= {}) as Record<string, unknown>
    if (!isEmpty(value)) part[last] = value
  }
  return whole
}

/**
 * What a form sends: one command, or two where triage goes on to dispatch. Hidden fields are left out; a group such as
 * `cause` is sent even when empty, so that the messages name its fields.
 */
export function actSteps(command: ActCommand, values: Values): CommandStep[] {
  const sent = sentFields(actForms[command].fields, values)
  const entries = sent.flatMap(field => {
    const value = field.control === 'money' ? settledMoney(values[field.name]) : values[field.name]
    const own = [field.name, value] as const
    return field.control === 'dispatch' ? [own, [field.departmentName, values[field.departmentName]] as const] : [own]
  })
  const second = 'dispatch.'
  const first: CommandStep = {
    command,
    fields: nested(entries.filter(([name]) => !name.startsWith(second) && name !== thenDispatch)),
    prefix: '',
  }
  if (command !== 'triage' || values[thenDispatch] !== true) return [first]
  const later = entries.filter(([name]) => name.startsWith(second))
  return [
    first,
    {
      command: 'dispatch',
      fields: nested(later.map(([name, value]) => [name.slice(second.length), value])),
      prefix: second,
    },
  ]
}

export type Checked = { ok: true; request: ActRequest } | { ok: false; messages: Record<string, string> }

/** Texts that were taken from a template and not filled in, each with what to say. */
const openHoles = (fields: Record<string, unknown>, start = ''): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return Object.entries(openHoles(value as Record<string, unknown>, `${start}${name}.`))
      const message = holeMessage(value)
      return message === null ? [] : [[`${start}${name}`, message]]
    }),
  )

/**
 * Checks a step with the server's own schema, and that no template was left with a hole; messages are keyed by the form's
 * fields.
 */
export function checkStep(step: CommandStep, ticketId: string, idempotencyKey: string): Checked {
  const parsed = parse(actRequest, { ...step.fields, ticketId, idempotencyKey, command: step.command })
  if (!parsed.ok) return { ok: false, messages: ownMessages(parsed.fields, step.prefix) }
  const open = openHoles(step.fields)
  if (Object.keys(open).length > 0) return { ok: false, messages: ownMessages(open, step.prefix) }
  return { ok: true, request: parsed.data }
}

/** Messages of one command's request → messages of the form. */
export const ownMessages = (fields: Readonly<Record<string, string>>, prefix: string): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([path, message]) => [`${prefix}${path}`, message]))

/** The message of a field, or of something inside it (`photos.3`). */
export function messageFor(messages: Readonly<Record<string, string>>, name: string): string | undefined {
  const found = Object.keys(messages).find(path => path === name || path.startsWith(`${name}.`))
  return found === undefined ? undefined : messages[found]
}
