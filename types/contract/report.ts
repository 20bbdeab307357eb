import * as z from 'zod/mini'
import { postsWith } from '../rights'
import { dispositionLabels, endingLabels, exemptionLabels, figureByLabels, findingLabels, keysOf } from '../vocabulary'
import { action } from './define'
import { instant, ofCenter } from './fields'

/** A rate with what it is made of. */
const rate = z.object({ count: z.number(), of: z.number() })

const figures = {
  /** Of those asked: who was asked, who answered, and whose answer is satisfied (D-CB-3). */
  sent: z.number(),
  answered: z.number(),
  satisfied: z.number(),
  /** Satisfied of those who answered, with Wilson's interval at 95 % (D-CB-8); null: nobody has answered. */
  share: z.nullable(z.number()),
  low: z.nullable(z.number()),
  high: z.nullable(z.number()),
  /** Enough answers to be compared with others. */
  enough: z.boolean(),
  /** If nobody who has not answered were content, and if all of them were (D-RP-7); null: nobody was asked. */
  bounds: z.nullable(z.object({ low: z.number(), high: z.number() })),
  /** The three rates of public hotlines (D-RP-7). */
  rates: z.object({
    /** The first reply came in time, of the matters asked about. */
    response: rate,
    /** The complainant says it is solved, of those who answered. */
    resolution: rate,
    satisfaction: rate,
  }),
  /** What became of the askings (D-CB-12). */
  dispositions: z.record(z.enum(keysOf(dispositionLabels)), z.number()),
  /** Of the askings that are over. */
  callRates: z.object({ response: rate, cooperation: rate, refusal: rate, contact: rate }),
  answeredByPhone: z.number(),
  /** Not asked, or asked no longer, by reason (D-CB-2). */
  exempt: z.record(z.enum(keysOf(exemptionLabels)), z.number()),
  /** Matters that ended in this period, each ending apart. */
  endings: z.record(z.enum(keysOf(endingLabels)), z.number()),
}

/** Once a day for each person and ticket. */
const findingCounts = z.record(z.enum(keysOf(findingLabels)), z.number())

export const report = {
  satisfaction: action({
    about:
      'Satisfaction with the number of answers, response rate and interval, as it was known at an instant (D-CB-8, D-CB-12, D-CT-2, D-RP-7); of a handler own work, of a head the own department',
    callers: postsWith('seeTickets'),
    request: z.object({
      ...ofCenter(),
      /** Who was asked in [from, to). Epoch ms. */
      from: instant(),
      to: instant(),
      by: z.enum(keysOf(figureByLabels)),
      /** As it was known then; left out: now. Epoch ms. */
      asOf: z.optional(instant()),
    }),
    response: z.object({
      asOf: z.number(),
      all: z.object(figures),
      rows: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          /** By the lower end of the interval; null: too few answers to be ranked. */
          rank: z.nullable(z.number()),
          ...figures,
        }),
      ),
    }),
    errors: [],
  }),
  findings: action({
    about:
      'What was tried against the rules of classification and callback and refused, by kind and by person, with the latest tries (D-CB-6, D-CL-3)',
    callers: postsWith('watchCenter'),
    request: z.object({
      ...ofCenter(),
      /** [from, to). Epoch ms. */
      from: instant(),
      to: instant(),
    }),
    response: z.object({
      count: z.number(),
      kinds: findingCounts,
      /** Whoever tried most often first. */
      people: z.array(
        z.object({
          /** null: residents together, who are named nowhere. */
          personId: z.nullable(z.string()),
          personName: z.nullable(z.string()),
          count: z.number(),
          kinds: findingCounts,
        }),
      ),
      /** The latest first. */
      latest: z.array(
        z.object({
          ticketId: z.string(),
          number: z.string(),
          /** Of the ticket's history. */
          seq: z.number(),
          at: z.number(),
          kind: z.enum(keysOf(findingLabels)),
          /** null: a resident. */
          personName: z.nullable(z.string()),
        }),
      ),
    }),
    errors: [],
  }),
}
