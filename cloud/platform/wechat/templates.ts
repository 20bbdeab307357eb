import * as z from 'zod/mini'
import { type FactName, factNames, fieldKinds, kindOfField, templateKinds } from '../../../types/message-templates'

const example =
  '{"progress":{"id":"…","data":{"character_string1":"number","thing2":"title","time3":"at"}},"rate":{…},"work":{…}}'

const template = z.object({
  id: z.string().check(z.regex(/^[0-9A-Za-z_-]{20,64}$/)),
  data: z.record(z.string(), z.enum(factNames)),
})
const schema = z.partialRecord(z.enum(templateKinds), template)

/** A template of the company's own, with what each of its fields is filled with. */
export interface Template {
  readonly id: string
  readonly data: Readonly<Record<string, FactName>>
}

/** @throws Error whose sentence names what is wrong with WECHAT_TEMPLATES */
export function readTemplates(text: string): Readonly<Partial<Record<(typeof templateKinds)[number], Template>>> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error(`WECHAT_TEMPLATES must be JSON such as ${example}`)
  }
  const read = z.safeParse(schema, value)
  if (!read.success) {
    const path = read.error.issues[0]?.path.join('.') ?? ''
    throw new Error(
      `WECHAT_TEMPLATES is wrong at ${path === '' ? 'its beginning' : path}; it must be such as ${example}`,
    )
  }
  for (const [kind, { data }] of Object.entries(read.data))
    for (const field of Object.keys(data))
      if (kindOfField(field) === null)
        throw new Error(
          `WECHAT_TEMPLATES: ${kind}.data.${field} is no field of a template; it begins with one of ${fieldKinds.join(', ')} and ends with a number`,
        )
  return read.data
}
