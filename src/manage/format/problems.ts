import type { ResponseOf } from '../../../types/contract/index'
import { policyPartLabels } from '../../../types/words/policy'

export type Problem = ResponseOf<'policy', 'check'>['problems'][number]
export type Change = ResponseOf<'policy', 'check'>['changes'][number]

/** A path may be written `routing[3].to` or `routing.3.to`. */
const parts = (path: string): string[] =>
  path
    .replace(/\[(\w+)\]/g, '.$1')
    .split('.')
    .filter(part => part !== '')

/** Those that lie at a place of the policy or inside it; `place` as in `routing.3`. */
export function problemsAt(problems: readonly Problem[], place: string): Problem[] {
  const wanted = parts(place)
  return problems.filter(({ path }) => {
    const found = parts(path)
    return wanted.every((part, index) => found[index] === part)
  })
}

/** Blocking ones first, each in the order of the policy. */
export const inOrder = (problems: readonly Problem[]): Problem[] => [
  ...problems.filter(({ blocking }) => blocking),
  ...problems.filter(({ blocking }) => !blocking),
]

export const blockingOf = (problems: readonly Problem[]): Problem[] => problems.filter(({ blocking }) => blocking)

/** Pages of the editor by the first parts of a path. */
const pages: Readonly<Record<string, { word: string; page: string }>> = {
  routing: { word: policyPartLabels.routing, page: 'manage/rules/index' },
  deadlines: { word: policyPartLabels.deadlines, page: 'manage/deadlines/index' },
  calendars: { word: policyPartLabels.calendars, page: 'manage/calendar/index' },
  workingHours: { word: policyPartLabels.calendars, page: 'manage/calendar/index' },
  holidayYears: { word: policyPartLabels.calendars, page: 'manage/calendar/index' },
  categories: { word: policyPartLabels.categories, page: 'manage/categories/index' },
  'survey.questionnaires': { word: policyPartLabels.survey, page: 'manage/questionnaires/index' },
}
const others = { word: policyPartLabels.others, page: 'manage/figures/index' }

/** Where a problem is put right: the part of the editor and its page. */
export const placeOf = ({ path }: Problem): { word: string; page: string } => {
  const [first = '', second = ''] = parts(path)
  return pages[first] ?? pages[`${first}.${second}`] ?? others
}

/** Messages of a refused request (`policy.routing.3.name` → what to do) as problems of the policy. */
export const problemsOfFields = (fields: Readonly<Record<string, string>>): Problem[] =>
  Object.entries(fields).map(([path, message]) => ({ path: path.replace(/^policy\./, ''), message, blocking: true }))
