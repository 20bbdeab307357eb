import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** The product's zone, +08:00 all year; never the machine's, whose summer time would move hours. */
const zoneOffsetMs = 8 * 3_600_000

/** What a clock on a wall at +08:00 shows at an instant (epoch ms); days begin and end, and dates are written, by it. */
export const wallClock = (at: number): Dayjs => dayjs.utc(at + zoneOffsetMs)

/** The instant (epoch ms) at which the wall clock shows this. */
export const instantOfWallClock = (shown: Dayjs): number => shown.valueOf() - zoneOffsetMs

/** A wall clock at midnight of `YYYY-MM-DD`, or of the first of `YYYY-MM`. */
export const midnightOf = (day: string): Dayjs => dayjs.utc(day)
