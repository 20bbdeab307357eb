/** Templates that a property company chooses in the platform's library, by what they are for. */
export const templateKinds = ['progress', 'rate', 'work'] as const
export type TemplateKind = (typeof templateKinds)[number]

/** What a template's fields can be filled with. */
export const factNames = ['title', 'number', 'estate', 'at'] as const
export type FactName = (typeof factNames)[number]

/** Kinds of fields that can be filled; the name of a field begins with its kind (P-SUB-3). */
export const fieldKinds = ['thing', 'phrase', 'name', 'character_string', 'letter', 'number', 'time', 'date'] as const
export type FieldKind = (typeof fieldKinds)[number]

/** The kind of a field such as `thing3`; null: none that is known. */
export function kindOfField(field: string): FieldKind | null {
  const name = /^([a-z_]+)\d{1,2}$/.exec(field)?.[1]
  return fieldKinds.find(kind => kind === name) ?? null
}
