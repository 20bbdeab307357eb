import type { Resident } from '../../test/support/host-client'

/** What the load generators are told … */
export type Order<Setup> = { readonly setup: Setup } | { readonly runMs: number }

/** … and what they answer: nothing but `ready` to the setup. */
export type Report = { readonly ready: true } | ({ readonly ready: false } & Round)

/** One round of filings, all of them acknowledged. */
export interface Round {
  /** Latency of each in ms. */
  readonly latencies: readonly number[]
  /** From the first start to the last answer, ms. */
  readonly tookMs: number
  /** Numbers of the tickets. */
  readonly numbers: readonly string[]
}

export interface HttpSetup {
  readonly url: string
  /** One per caller. */
  readonly residents: readonly Resident[]
}

/** Rows of one table: its columns, and the values of each row in PostgreSQL's text form. */
export interface TableRows {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}

export interface PlainSetup {
  readonly databaseUrl: string
  readonly writers: number
  readonly ticketId: string
  readonly number: string
  readonly tables: readonly TableRows[]
}
