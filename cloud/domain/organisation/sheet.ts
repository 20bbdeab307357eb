/** Reading a table of a spreadsheet by its columns (D-OR-1): every fault is named by sheet, row and column, none hides another. */

/** What is wrong with one cell. `row` counts as the spreadsheet does, from 1; `column` is its heading. */
export interface SheetFault {
  readonly sheet: string
  readonly row: number
  readonly column: string
  /** For people, in Chinese: what to do about it. */
  readonly message: string
}

/** A cell that was understood, or what is wrong with it. */
export type CellRead<Value> = { readonly value: Value } | { readonly fault: string }

export interface Column<Value, Needed extends boolean = boolean> {
  readonly title: string
  readonly needed: Needed
  /** Stands in the template that is handed out. */
  readonly example: string
  /** Reads a cell that is not empty, without blanks around it. */
  readonly read: (cell: string) => CellRead<Value>
}

export type Columns = Readonly<Record<string, Column<unknown>>>

/** A row by the keys of its columns; an empty cell that may be empty is null. */
export type RowOf<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Column<infer Value, infer Needed>
    ? Needed extends true
      ? Value
      : Value | null
    : never
}

export interface NumberedRow<C extends Columns> {
  readonly row: number
  readonly cells: RowOf<C>
}

/** A sheet as it is handed out and taken back. */
export interface SheetKind<C extends Columns> {
  readonly name: string
  readonly columns: C
}

/** Cells of a sheet as texts, row by row from the first. */
export type SheetTable = readonly (readonly string[])[]

export const neededColumn = <Value>(
  title: string,
  example: string,
  read: (cell: string) => CellRead<Value>,
): Column<Value, true> => ({ title, needed: true, example, read })

export const optionalColumn = <Value>(
  title: string,
  example: string,
  read: (cell: string) => CellRead<Value>,
): Column<Value, false> => ({ title, needed: false, example, read })

/** Marks of required columns and blanks, which people add to headings, do not count. */
const bareTitle = (text: string): string => text.replace(/[\s*＊:：]/g, '')

const isEmptyRow = (cells: readonly string[]): boolean => cells.every(cell => cell.trim() === '')

/** Where each column stands under the headings of the first row. */
function placesOfColumns<C extends Columns>({ name, columns }: SheetKind<C>, headings: readonly string[]) {
  const found = headings.map(bareTitle)
  const places = new Map<string, number>()
  const faults: SheetFault[] = []
  for (const [key, { title, needed }] of Object.entries(columns)) {
    const place = found.indexOf(title)
    if (place >= 0) places.set(key, place)
    else if (needed) faults.push({ sheet: name, row: 1, column: title, message: `第一行里没有“${title}”这一列` })
    if (place >= 0 && found.indexOf(title, place + 1) >= 0)
      faults.push({ sheet: name, row: 1, column: title, message: `有两列都叫“${title}”` })
  }
  for (const heading of found)
    if (heading !== '' && !Object.values(columns).some(({ title }) => title === heading))
      faults.push({ sheet: name, row: 1, column: heading, message: `不认识“${heading}”这一列，请用模板里的列名` })
  return { places, faults }
}

/**
 * The rows of a sheet, and everything that is wrong with them. Where the headings are at fault no row is read: all of
 * them would be.
 */
export function readSheet<C extends Columns>(
  sheet: SheetKind<C>,
  table: SheetTable,
): { readonly rows: readonly NumberedRow<C>[]; readonly faults: readonly SheetFault[] } {
  const headings = table[0] ?? []
  const { places, faults } = placesOfColumns(sheet, headings)
  if (faults.length > 0) return { rows: [], faults }
  const rows: NumberedRow<C>[] = []
  for (const [index, cells] of table.entries()) {
    if (index === 0 || isEmptyRow(cells)) continue
    const row = index + 1
    const before = faults.length
    const read: Record<string, unknown> = {}
    for (const [key, column] of Object.entries(sheet.columns)) {
      const cell = (cells[places.get(key) ?? -1] ?? '').trim()
      const fault = (message: string) => faults.push({ sheet: sheet.name, row, column: column.title, message })
      read[key] = null
      if (cell === '') {
        if (column.needed) fault('不能空着')
        continue
      }
      const result = column.read(cell)
      if ('fault' in result) fault(result.fault)
      else read[key] = result.value
    }
    // Every column has been read, and none was at fault.
    if (faults.length === before) rows.push({ row, cells: read as RowOf<C> })
  }
  return { rows, faults }
}
