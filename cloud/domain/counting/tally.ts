import type { Ending, Exemption, FigureBy } from '../../../types/vocabulary'
import type { Asking, CountedUnder } from './asking'
import type { CountedEnding } from './changes'

/** Of which days, and as it was known when. Epoch ms; `from` is counted, `to` is not. */
export interface Period {
  readonly from: number
  readonly to: number
  readonly asOf: number
}

/** How many askings were alike at an instant, in everything that a figure asks for. */
export interface Tally {
  /** Of what the figures are broken down by. */
  readonly key: string
  readonly asked: boolean
  readonly exemption: Exemption | null
  readonly responded: boolean
  readonly answered: boolean
  readonly byPhone: boolean
  readonly complete: boolean
  readonly solved: boolean
  readonly satisfied: boolean
  readonly partial: boolean
  readonly contacted: boolean
  readonly tried: boolean
  readonly refused: boolean
  readonly ended: boolean
  readonly count: number
}

/** How many matters had ended in one way, and were not open again. */
export interface EndingTally {
  readonly key: string
  readonly ending: Ending
  readonly count: number
}

const keyOf = (
  { categoryId, channel, departmentId, handlerId }: CountedUnder,
  by: FigureBy,
  centerId: string,
): string => {
  const keys = {
    center: centerId,
    category: categoryId,
    department: departmentId ?? '',
    person: handlerId ?? '',
    channel,
  }
  return keys[by]
}

export interface TallyOptions {
  readonly by: FigureBy
  readonly period: Period
  /** Answers given anonymously do not count before everybody has been heard (D-CB-5): for who is rated by them. */
  readonly hideAnonymous: boolean
}

/** How one asking counts; null: not in this period. The store does the same for many at once. */
export function tallyOf(
  asking: Asking,
  centerId: string,
  { by, period: { from, to, asOf }, hideAnonymous }: TallyOptions,
): Tally | null {
  if (asking.at < from || asking.at >= to || asking.at > asOf) return null
  const known = (at: number | null): boolean => at !== null && at <= asOf
  const ended = known(asking.endedAt)
  const answered = known(asking.answeredAt) && (ended || !hideAnonymous || asking.anonymous !== true)
  const ofAnswer = (said: boolean | null): boolean => answered && said === true
  return {
    key: keyOf(asking, by, centerId),
    asked: asking.asked,
    exemption: known(asking.exemptAt) ? asking.exemption : null,
    responded: asking.responded,
    answered,
    byPhone: ofAnswer(asking.byPhone),
    complete: ofAnswer(asking.complete) || (answered && known(asking.detailedAt)),
    solved: ofAnswer(asking.solved),
    satisfied: ofAnswer(asking.satisfied),
    partial: known(asking.partialAt),
    contacted: known(asking.contactedAt),
    tried: known(asking.triedAt),
    refused: known(asking.refusedAt),
    ended,
    count: 1,
  }
}

export function endingTallyOf(
  ended: CountedEnding,
  centerId: string,
  { by, period: { from, to, asOf } }: Pick<TallyOptions, 'by' | 'period'>,
): EndingTally | null {
  if (ended.at < from || ended.at >= to || ended.at > asOf) return null
  if (ended.undoneAt !== null && ended.undoneAt <= asOf) return null
  return { key: keyOf(ended, by, centerId), ending: ended.ending, count: 1 }
}
