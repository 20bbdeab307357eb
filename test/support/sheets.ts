import writeExcelFile from 'write-excel-file/node'

type Cell = string | number | Date | null

/** An xlsx file of sheets by name, as Excel would write it: numbers and days as such. */
export async function xlsxOf(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Promise<Buffer> {
  const written = writeExcelFile(
    Object.entries(sheets).map(([sheet, rows]) => ({
      sheet,
      data: rows.map(row =>
        row.map(value =>
          value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : value === null ? null : { value },
        ),
      ),
    })),
  )
  return written.toBuffer()
}
