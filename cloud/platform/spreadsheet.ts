import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import writeExcelFile from 'write-excel-file/node'

/** A sheet of a spreadsheet as texts; a csv file has one, without a name. */
export interface ReadSheet {
  readonly name: string
  readonly table: readonly (readonly string[])[]
}

/** Bytes of everything in a file once unpacked; a sheet of 50,000 rows has 15 MB. */
const mostUnpackedBytes = 100 * 1024 * 1024

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** What the file says it unpacks to: a small file may be made to unpack without end. */
function unpackedBytes(bytes: Uint8Array): number {
  let sum = 0
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      sum += originalSize
      return false
    },
  })
  return sum
}

/** Days come as an instant of UTC midnight; everything else as Excel shows it without a format. */
const textOf = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().replace(/T.*$/, '')
  if (typeof cell === 'number' || typeof cell === 'boolean' || typeof cell === 'string') return String(cell)
  return ''
}

/** Excel in China writes csv in the encoding of the system, and UTF-8 only when told to. */
function csvText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Reads an xlsx or csv file; null: it is neither, or broken. */
export async function readSpreadsheet(bytes: Uint8Array): Promise<readonly ReadSheet[] | null> {
  try {
    if (!isZip(bytes)) {
      // A binary file has zero bytes, and no csv does.
      if (bytes.includes(0)) return null
      const table: string[][] = parse(csvText(bytes), { bom: true, relax_column_count: true, skip_empty_lines: false })
      return [{ name: '', table }]
    }
    if (unpackedBytes(bytes) > mostUnpackedBytes) return null
    const sheets = await readExcelFile(Buffer.from(bytes))
    return sheets.map(({ sheet, data }) => ({ name: sheet, table: data.map(row => row.map(textOf)) }))
  } catch {
    return null
  }
}

/** Writes an xlsx file. Every cell is a text, so that none of them is a formula, whatever it begins with. */
export const writeSpreadsheet = (
  sheets: readonly { readonly name: string; readonly table: readonly (readonly string[])[] }[],
): Promise<Buffer> =>
  writeExcelFile(
    sheets.map(({ name, table }) => ({
      sheet: name,
      data: table.map(row => row.map(value => (value === '' ? null : { value, type: String }))),
    })),
  ).toBuffer()
