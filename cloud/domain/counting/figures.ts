import type { AnswerOf } from '../../../types/contract'
import { type Disposition, dispositionLabels, endingLabels, exemptionLabels, keysOf } from '../../../types/vocabulary'
import { leastAnswers } from '../../../types/words/figures'
import type { EndingTally, Tally } from './tally'
import { wilson } from './wilson'

/** Everything that is told of a number of askings and of the matters that ended beside them. */
export type Figures = AnswerOf<'report', 'satisfaction'>['all']

/** D-CB-12. Whoever has answered has answered, whatever came before or after it. */
export function dispositionOf(tally: Omit<Tally, 'key'>): Disposition {
  if (tally.answered) return tally.complete ? 'complete' : 'partial'
  if (tally.partial) return 'partial'
  if (tally.refused) return 'refused'
  if (!tally.ended) return 'open'
  return tally.tried && !tally.contacted ? 'notReached' : 'unknown'
}

/** Of the askings that are over: somebody has spoken to them, or they have said that they don't want to. */
const wasContacted = (tally: Omit<Tally, 'key'>): boolean => {
  const disposition = dispositionOf(tally)
  return disposition === 'unknown' ? tally.contacted : disposition !== 'open' && disposition !== 'notReached'
}

const zeros = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map(name => [name, 0])) as Record<Name, number>

/** Adds up what is alike. Pure: the same askings give the same figures, from the events as from the store. */
export function figuresOf(tallies: readonly Omit<Tally, 'key'>[], ended: readonly EndingTally[]): Figures {
  const asked = tallies.filter(tally => tally.asked)
  const sum = (fits: (tally: Omit<Tally, 'key'>) => boolean) =>
    asked.reduce((total, tally) => total + (fits(tally) ? tally.count : 0), 0)
  const dispositions = zeros(keysOf(dispositionLabels))
  for (const tally of asked) dispositions[dispositionOf(tally)] += tally.count
  const exempt = zeros(keysOf(exemptionLabels))
  for (const { exemption, count } of tallies) if (exemption !== null) exempt[exemption] += count
  const endings = zeros(keysOf(endingLabels))
  for (const { ending, count } of ended) endings[ending] += count

  const sent = sum(() => true)
  const answered = sum(tally => tally.answered)
  const satisfied = sum(tally => tally.satisfied)
  const { share, low, high } = wilson(satisfied, answered) ?? { share: null, low: null, high: null }
  const over = sent - dispositions.open
  const interviews = dispositions.complete + dispositions.partial
  return {
    sent,
    answered,
    satisfied,
    share,
    low,
    high,
    enough: answered >= leastAnswers,
    bounds: sent === 0 ? null : { low: satisfied / sent, high: (satisfied + sent - answered) / sent },
    rates: {
      response: { count: sum(tally => tally.responded), of: sent },
      resolution: { count: sum(tally => tally.solved), of: answered },
      satisfaction: { count: satisfied, of: answered },
    },
    dispositions,
    callRates: {
      response: { count: interviews, of: over },
      cooperation: { count: interviews, of: interviews + dispositions.refused },
      refusal: { count: dispositions.refused, of: over },
      contact: { count: sum(wasContacted), of: over },
    },
    answeredByPhone: sum(tally => tally.byPhone),
    exempt,
    endings,
  }
}

export type FigureRow = Omit<AnswerOf<'report', 'satisfaction'>['rows'][number], 'name'>

/**
 * A row for each key. Best first by the lower end of the interval, which few answers keep low; where there are too few of
 * them no row is ranked, and it comes after those that are (D-CB-8).
 */
export function rowsOf(tallies: readonly Tally[], ended: readonly EndingTally[]): readonly FigureRow[] {
  const keys = [...new Set([...tallies, ...ended].map(({ key }) => key))]
  const rows = keys.map(key => ({
    key,
    ...figuresOf(
      tallies.filter(tally => tally.key === key),
      ended.filter(one => one.key === key),
    ),
  }))
  const ranked = rows.filter(({ enough }) => enough).sort((one, other) => (other.low ?? 0) - (one.low ?? 0))
  const others = rows.filter(({ enough }) => !enough).sort((one, other) => other.answered - one.answered)
  return [
    // Those who stand level have the same rank.
    ...ranked.map(row => ({ ...row, rank: ranked.findIndex(({ low }) => low === row.low) + 1 })),
    ...others.map(row => ({ ...row, rank: null })),
  ]
}
