import type { QuestionReport, ShareInterval } from '../../../types/contract/campaign'
import type { MoreAnswers, Question } from '../../../types/contract/questionnaire'
import { type Tenure, keysOf, ratingLabels, tenureLabels } from '../../../types/vocabulary'
import { byText } from '../../../types/order'
import { leastAnswers } from '../../../types/words/figures'
import { newcombe } from '../counting/newcombe'
import { wilson } from '../counting/wilson'

/** One answered survey, as far as the report may know it: nothing says whose it is. */
export interface CountedAnswer {
  readonly buildingId: string | null
  readonly tenure: Tenure
  readonly answers: MoreAnswers
}

/** From this rating on somebody counts as satisfied with what was asked about: 满意 and 非常满意. */
export const campaignSatisfiedFrom = 4

export interface PartFigures {
  readonly of: number
  readonly withheld: boolean
  readonly satisfied: ShareInterval | null
  readonly mean: number | null
}

export type Said = MoreAnswers[string]

const isSatisfied = (said: Said): boolean =>
  said === true || (typeof said === 'number' && said >= campaignSatisfiedFrom)

function partFigures({ type }: Question, said: readonly Said[], withheld: boolean): PartFigures {
  const of = said.length
  if (withheld) return { of, withheld, satisfied: null, mean: null }
  const rated = said.filter(one => typeof one === 'number')
  return {
    of,
    withheld,
    satisfied: type === 'rating' || type === 'yesNo' ? wilson(said.filter(isSatisfied).length, of) : null,
    mean: type === 'rating' && rated.length > 0 ? rated.reduce((sum, one) => sum + one, 0) / rated.length : null,
  }
}

/**
 * Which parts are not shown, by how many have answered in each: those below five, and where these together would still be below
 * five the next smallest too, or they could be reckoned from the whole and the others (D-CB-5).
 */
export function withheldParts(counts: ReadonlyMap<string, number>): ReadonlySet<string> {
  const parts = [...counts].filter(([, of]) => of > 0).sort(([, one], [, other]) => one - other)
  const withheld = new Set<string>()
  let hidden = 0
  for (const [key, of] of parts) {
    if (of >= leastAnswers && (hidden === 0 || hidden >= leastAnswers)) break
    withheld.add(key)
    hidden += of
  }
  return withheld
}

interface Part {
  readonly key: string
  readonly name: string
}

function groupsOf(
  question: Question,
  answered: readonly { readonly key: string; readonly said: Said }[],
  parts: readonly Part[],
): QuestionReport['byBuilding'] {
  const of = (key: string) => answered.filter(one => one.key === key).map(({ said }) => said)
  const withheld = withheldParts(new Map(parts.map(({ key }) => [key, of(key).length])))
  return parts
    .map(part => ({ ...part, ...partFigures(question, of(part.key), withheld.has(part.key)) }))
    .filter(part => part.of > 0)
}

/** Every answer a question can be given, with its words; of a text none. */
function answersTo({
  type,
  options = [],
}: Question): readonly { key: string; words: string; is: (said: Said) => boolean }[] {
  switch (type) {
    case 'rating':
      return ([5, 4, 3, 2, 1] as const).map(one => ({
        key: String(one),
        words: ratingLabels[one],
        is: said => said === one,
      }))
    case 'yesNo':
      return [
        { key: 'yes', words: '是', is: said => said === true },
        { key: 'no', words: '不是', is: said => said === false },
      ]
    case 'text':
      return []
    default:
      return options.map(({ id, words }) => ({
        key: id,
        words,
        is: said => said === id || (typeof said === 'object' && said.includes(id)),
      }))
  }
}

export interface ReportOptions {
  /** How many households were asked. */
  readonly asked: number
  readonly buildings: readonly Part[]
}

/** Figures of one campaign alone. */
export type OwnReport = Omit<QuestionReport, 'before' | 'change'>

/** The report of a campaign from its answers and nothing else: the same answers give the same report (D-CB-8, D-RP-7). */
export function reportOf(
  questions: readonly Question[],
  answers: readonly CountedAnswer[],
  { asked, buildings }: ReportOptions,
): readonly OwnReport[] {
  const tenures = keysOf(tenureLabels).map(key => ({ key, name: tenureLabels[key] }))
  return questions.map(question => {
    const answered = answers.flatMap(({ buildingId, tenure, answers: { [question.id]: said } }) =>
      said === undefined ? [] : [{ building: buildingId ?? '', tenure, said }],
    )
    const said = answered.map(one => one.said)
    const withheld = said.length > 0 && said.length < leastAnswers
    const whole = partFigures(question, said, withheld)
    const satisfied = said.filter(isSatisfied).length
    const ofAll = question.onlyIf === undefined
    return {
      id: question.id,
      type: question.type,
      words: question.words,
      ofAll,
      ...whole,
      bounds:
        ofAll && whole.satisfied !== null && asked >= said.length
          ? { low: satisfied / asked, high: (satisfied + asked - said.length) / asked }
          : null,
      answers: withheld
        ? []
        : answersTo(question).map(({ key, words, is }) => {
            const count = said.filter(is).length
            return { key, words, count, interval: wilson(count, said.length) }
          }),
      // By their letters: the order in which they came would tell who was first.
      texts: withheld
        ? []
        : said.flatMap(one => (question.type === 'text' && typeof one === 'string' ? [one] : [])).sort(byText),
      byBuilding: groupsOf(
        question,
        answered.map(one => ({ key: one.building, said: one.said })),
        buildings,
      ),
      byTenure: groupsOf(
        question,
        answered.map(one => ({ key: one.tenure, said: one.said })),
        tenures,
      ),
    }
  })
}

/** What a question said, to be set beside what it said in another campaign; null: nothing, or withheld. */
export interface Compared {
  readonly of: number
  readonly satisfied: ShareInterval
}

export function comparedOf(
  report: readonly Pick<OwnReport, 'id' | 'of' | 'satisfied'>[],
  id: string | null,
): Compared | null {
  const question = report.find(one => one.id === id)
  return question?.satisfied ? { of: question.of, satisfied: question.satisfied } : null
}

/** What has changed from one to the other; null: one of them is not known. */
export const changeOf = (before: Compared | null, after: Compared | null): ShareInterval | null =>
  before && after ? newcombe(before.satisfied, after.satisfied) : null

/** With what the same questions said the time before. */
export const besideBefore = (report: readonly OwnReport[], before: readonly OwnReport[]): readonly QuestionReport[] =>
  report.map(question => {
    const earlier = comparedOf(before, question.id)
    return { ...question, before: earlier, change: changeOf(earlier, comparedOf(report, question.id)) }
  })
