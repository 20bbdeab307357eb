import { type RemedyKind, remedyLabels } from '../vocabulary'
import { yuanText } from './yuan'

/** 「补偿 300 元」「重新检查」; `sum`: yuan, null: none is paid. */
export const remedyWord = (kind: RemedyKind, sum: number | null): string =>
  sum === null ? remedyLabels[kind] : `${remedyLabels[kind]} ${yuanText(sum)}`
