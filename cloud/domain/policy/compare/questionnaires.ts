import type { Question } from '../../../../types/contract/questionnaire'
import { keysOf, questionTypeLabels, standardQuestionLabels } from '../../../../types/vocabulary'
import { conditionText, policyPartLabels } from '../../../../types/words/policy'
import type { Questionnaire } from '../model/policy'
import { type PolicyChange, changed, changedData } from './change'
import { pairs } from './pairs'
import type { Named } from './rules'

const section = policyPartLabels.survey

/** A question with everything that somebody answering it meets. */
const questionText = ({ words, plainWords, type, options = [], onlyIf }: Question): string =>
  [
    `${words}（${questionTypeLabels[type]}）`,
    plainWords === undefined ? '' : `大字版：${plainWords}`,
    options.map(option => option.words).join('、'),
    onlyIf ? '有条件才问' : '',
  ]
    .filter(part => part !== '')
    .join('；')

/** Those that are in both lists, in the order of the first. */
const keptIds = (list: readonly { readonly id: string }[], others: readonly { readonly id: string }[]) =>
  list.map(({ id }) => id).filter(id => others.some(other => other.id === id))

function edits(was: Questionnaire, is: Questionnaire, before: Named, after: Named): readonly PolicyChange[] {
  const of = `问卷“${is.name}”`
  const questions = pairs(was.questions, is.questions, ({ id }) => id)
  return [
    ...changed(section, '问卷改名', was.name, is.name),
    ...changedData(
      section,
      `${of}发给谁`,
      [was.when ?? {}, is.when ?? {}],
      [conditionText(was.when, before.names), conditionText(is.when, after.names)],
    ),
    ...keysOf(standardQuestionLabels).flatMap(id =>
      changedData(
        section,
        `${of}怎么问“${standardQuestionLabels[id]}”`,
        [was.words?.[id], is.words?.[id]],
        [was.words?.[id]?.words ?? '照常', is.words?.[id]?.words ?? '照常'],
      ),
    ),
    ...questions.gone.map(question => ({ section, what: `${of}删去一题`, before: question.words, after: null })),
    ...questions.added.map(question => ({
      section,
      what: `${of}新增一题`,
      before: null,
      after: questionText(question),
    })),
    ...questions.kept.flatMap(pair =>
      changedData(section, `${of}改一题`, [pair.was, pair.is], [questionText(pair.was), questionText(pair.is)]),
    ),
    ...changedData(
      section,
      `${of}的题目顺序`,
      [keptIds(was.questions, is.questions), keptIds(is.questions, was.questions)],
      ['原来的顺序', '新的顺序'],
    ),
  ]
}

/** What becomes of the questionnaires. */
export function questionnaireChanges(before: Named, after: Named): readonly PolicyChange[] {
  const { questionnaires: was = [] } = before.policy.survey
  const { questionnaires: is = [] } = after.policy.survey
  const { gone, added, kept } = pairs(was, is, ({ id }) => id)
  return [
    ...gone.map(({ name }) => ({ section, what: '删去问卷', before: name, after: null })),
    ...added.map(({ name }) => ({ section, what: '新增问卷', before: null, after: name })),
    ...kept.flatMap(pair => edits(pair.was, pair.is, before, after)),
    ...changedData(section, '问卷的先后', [keptIds(was, is), keptIds(is, was)], ['原来的顺序', '新的顺序']),
  ]
}
