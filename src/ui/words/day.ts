import { weekdayLabels } from '../../../types/vocabulary'
import { midnightOf } from './wall-clock'

const words = Object.values(weekdayLabels)

/** Of a day `YYYY-MM-DD`; 0 is Monday. */
export const weekdayOf = (day: string): number => (midnightOf(day).day() + 6) % 7

/** 「3月5日 周四」 */
export const dayWords = (day: string): string => `${midnightOf(day).format('M月D日')} ${words[weekdayOf(day)] ?? ''}`
