/** Ways to fire what is due: the product's sweep, the same rows by plain SQL, and two job queues doing the same work. */
export const ways = ['sweep', 'plain', 'pgBoss', 'graphile'] as const
export type Way = (typeof ways)[number]

/** What a worker is told; it prepares, says that it is ready, and begins at the next message. */
export interface Order {
  readonly how: Way
  readonly databaseUrl: string
  /** Epoch ms at which it works. */
  readonly now: number
  /** Jobs worked on at a time, for the queues. */
  readonly concurrency: number
}

export interface Round {
  /** Deadlines fired. */
  readonly fired: number
  /** ms from the first to the last. */
  readonly tookMs: number
}

export type Report = { readonly ready: true } | ({ readonly ready: false } & Round)
