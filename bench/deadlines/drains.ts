import { drainByGraphile } from './graphile'
import type { Order, Round, Way } from './messages'
import { drainByPgBoss } from './pg-boss'
import { drainByPlainSql } from './plain'
import { drainBySweep } from './sweep'

/** Prepares (not measured) and answers what works everything off (measured). */
export type Drain = (order: Order) => Promise<() => Promise<Round>>

export const drains: Readonly<Record<Way, Drain>> = {
  sweep: drainBySweep,
  plain: drainByPlainSql,
  pgBoss: drainByPgBoss,
  graphile: drainByGraphile,
}
