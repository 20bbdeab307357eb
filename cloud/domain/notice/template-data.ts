import { type FactName, type FieldKind, kindOfField } from '../../../types/message-templates'
import { cutText } from '../../../types/words/text'
import { dateOfDay, dayNumber, startOfDay } from '../calendar/zone'

/** What a field of a message may be filled with. None of it is anybody's words or number: the message may stand on a locked phone (D-NT-2). */
export interface NoticeFacts {
  readonly title: string
  /** Of the ticket; null: it is about none. */
  readonly number: string | null
  readonly estate: string
  /** Epoch ms. */
  readonly at: number
}

const two = (value: number): string => String(value).padStart(2, '0')

/** `2026年03月02日 09:30`, as fields of time and date want it. +08:00. */
function timeText(at: number): string {
  const day = dayNumber(at)
  const { year, month, dayOfMonth } = dateOfDay(day)
  const minutes = Math.floor((at - startOfDay(day)) / 60_000)
  return `${year}年${two(month)}月${two(dayOfMonth)}日 ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const textOf = (facts: NoticeFacts, name: FactName): string =>
  name === 'at' ? timeText(facts.at) : (facts[name] ?? '无')

/** Numbers, letters and signs only, as fields of these kinds want it; anything else is refused with 47003. */
const plain = (text: string, max: number): string => cutText(text.replace(/[^0-9A-Za-z-]/g, ''), max) || '0'

/** Limits of the platform by the kind of a field, which its name begins with (P-SUB-3). Texts are cut, and say so where there is room. */
const fits: Readonly<Record<FieldKind, (text: string) => string>> = {
  thing: text => cutText(text, 20, '…'),
  phrase: text => cutText(text.replace(/[^\p{Script=Han}]/gu, ''), 5) || '有进展',
  name: text => cutText(text, 10),
  character_string: text => plain(text, 32),
  letter: text => plain(text, 32),
  number: text => cutText(text.replace(/\D/g, ''), 32) || '0',
  time: text => text,
  date: text => text,
}

/** A template's fields filled within their limits. Fields have been checked when the settings were read. */
export function templateData(
  fields: Readonly<Record<string, FactName>>,
  facts: NoticeFacts,
): Readonly<Record<string, { readonly value: string }>> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, name]) => {
      const text = textOf(facts, name).replace(/[\r\n]+/g, ' ')
      return [field, { value: fits[kindOfField(field) ?? 'thing'](text) }]
    }),
  )
}
