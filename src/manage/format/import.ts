import type { ResponseOf } from '../../../types/contract/index'

type Imported = ResponseOf<'organisation', 'importPlaces'>

/** Where in a spreadsheet somebody has to look. A fault of a whole sheet names no column, of a missing one no row. */
export const faultPlace = ({
  sheet,
  row,
  column,
}: Pick<Imported['faults'][number], 'sheet' | 'row' | 'column'>): string =>
  [sheet === '' ? '' : `「${sheet}」`, row > 0 ? `第 ${row} 行` : '', column === '' ? '' : `「${column}」`]
    .filter(Boolean)
    .join(' ')

/** 「新增 3，修改 1，不变 20」 */
export const importWords = ({ added, changed, same }: Imported['counts']): string =>
  `新增 ${added}，修改 ${changed}，不变 ${same}`
