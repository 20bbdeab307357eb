import type { Question } from '../../../../types/contract/questionnaire'
import { said, tidy, when } from '../../../../test/builders/questions'
import { policyChanges } from '../compare/compare'
import { defaultPolicy } from '../model/default-policy'
import type { Policy, Questionnaire } from '../model/policy'
import { questionnaireProblems } from './questionnaires'

const questionnaire = (questions: readonly Question[], some: Partial<Questionnaire> = {}): Questionnaire => ({
  id: 'q1',
  name: '维修',
  questions,
  ...some,
})
const policyWith = (...questionnaires: readonly Questionnaire[]): Policy => ({
  ...defaultPolicy,
  survey: { ...defaultPolicy.survey, questionnaires },
})
const problems = (...questionnaires: readonly Questionnaire[]) =>
  questionnaireProblems(policyWith(...questionnaires), {
    staff: [],
    buildingIds: new Set(),
    placeIds: new Set(),
    centerIds: new Set(),
    hasDuty: false,
    now: 0,
  }).map(({ path, blocking }) => `${blocking ? '' : '?'}${path.replace('survey.questionnaires.', '')}`)
const asked = (onlyIf: Question['onlyIf']): Question => ({ ...tidy, onlyIf })

describe('what is wrong with a questionnaire', () => {
  it.each([
    ['nothing', [when, said, asked({ question: 'when', is: ['night'] })], []],
    ['hanging on what is always asked', [asked({ question: 'solved', is: [false] })], []],
    ['an id twice', [tidy, tidy], ['0.questions.1.id']],
    ['an id of what is always asked', [{ ...tidy, id: 'solved' }], ['0.questions.0.id']],
    ['nothing to choose among', [{ ...when, options: [{ id: 'day', words: '白天' }] }], ['0.questions.0.options']],
    [
      'an option twice',
      [{ ...when, options: [...(when.options ?? []), { id: 'day', words: '早上' }] }],
      ['0.questions.0.options.2.id'],
    ],
    ['hanging on a later question', [asked({ question: 'when', is: ['day'] }), when], ['0.questions.0.onlyIf']],
    ['hanging on a text', [said, asked({ question: 'said', is: ['x'] })], ['0.questions.1.onlyIf']],
    ['hanging on an option that is gone', [when, asked({ question: 'when', is: ['noon'] })], ['0.questions.1.onlyIf']],
    ['hanging on what nobody can answer', [asked({ question: 'solved', is: [3] })], ['0.questions.0.onlyIf']],
  ] as const)('%s', (_name, questions, expected) => expect(problems(questionnaire(questions))).toEqual(expected))

  it('a category that is gone, an id twice, and one that is never sent', () => {
    expect(problems(questionnaire([], { when: { category: 'gone' } }))).toEqual(['0.when.category'])
    expect(problems(questionnaire([]), questionnaire([], { when: { kind: 'request' } }))).toEqual(['1.id', '?1'])
  })
})

describe('what a change of questionnaires reads like', () => {
  const changes = (before: readonly Questionnaire[], after: readonly Questionnaire[]) =>
    policyChanges(policyWith(...before), policyWith(...after)).map(({ what, before: was, after: is }) => [
      what,
      was,
      is,
    ])
  const of = '问卷“维修”'

  it.each([
    ['none at all and an empty list are the same', [], [], []],
    ['a new one', [], [questionnaire([tidy])], [['新增问卷', null, '维修']]],
    ['one less', [questionnaire([tidy])], [], [['删去问卷', '维修', null]]],
    [
      'a question more and one less',
      [questionnaire([tidy])],
      [questionnaire([when])],
      [
        [`${of}删去一题`, '收拾得干净吗？', null],
        [`${of}新增一题`, null, '什么时候来的？（选一项）；白天、晚上'],
      ],
    ],
    [
      'other words',
      [questionnaire([tidy])],
      [questionnaire([{ ...tidy, plainWords: '干净吗？' }])],
      [[`${of}改一题`, '收拾得干净吗？（打分）', '收拾得干净吗？（打分）；大字版：干净吗？']],
    ],
    [
      'another order',
      [questionnaire([tidy, when])],
      [questionnaire([when, tidy])],
      [[`${of}的题目顺序`, '原来的顺序', '新的顺序']],
    ],
    [
      'other people',
      [questionnaire([])],
      [questionnaire([], { when: { category: 'leak' } })],
      [[`${of}发给谁`, '其余所有工单', '类别属于漏水渗水']],
    ],
    [
      'what is always asked, asked otherwise',
      [questionnaire([])],
      [questionnaire([], { words: { solved: { words: '修好了吗？' } } })],
      [[`${of}怎么问“问题解决了吗？”`, '照常', '修好了吗？']],
    ],
  ] as const)('%s', (_name, before, after, expected) => expect(changes(before, after)).toEqual(expected))
})
