import { defaultPolicy } from '../../cloud/domain/policy/model/default-policy'
import { policy } from './policy'
import { parse } from './parse'
import { staff } from './staff'
import { ticket } from './ticket'

const save = (some: object) => {
  const sent = {
    idempotencyKey: 'a-key-of-a-test',
    baseVersion: 1,
    policy: { ...JSON.parse(JSON.stringify(defaultPolicy)), ...some } as unknown,
    note: '调整',
    applyTo: 'new',
  }
  const parsed = parse(policy.save.request, sent)
  return parsed.ok ? {} : parsed.fields
}
const rule = { name: '规则', to: { triage: true } }

test('a place in a policy is told as a person counts', () => {
  expect(save({})).toEqual({})
  expect(save({ routing: [rule, rule, { ...rule, name: ' ' }] })).toEqual({
    'policy.routing.2.name': '第 3 条派单规则：请补充名称',
  })
  expect(save({ routing: [{ ...rule, when: { urgency: 'at once' } }] })).toEqual({
    'policy.routing.0.when.urgency': '第 1 条派单规则：请重新选择紧急程度',
  })
  const late = { kind: 'accept', calendar: 'office', target: { hours: 1 }, escalate: [{ at: 1, to: 'emperor' }] }
  expect(save({ deadlines: [late] })).toEqual({
    'policy.deadlines.0.escalate.0.to': '第 1 条时限的第 1 条上报：请重新选择对象',
  })
  const questions = [{ id: 'q', type: 'choice', words: ' ', options: [{ id: 'o', words: '' }] }]
  const survey = { ...defaultPolicy.survey, questionnaires: [{ id: 'a', name: '', questions }] }
  expect(save({ survey })).toEqual({
    'policy.survey.questionnaires.0.name': '第 1 条问卷：请补充名称',
    'policy.survey.questionnaires.0.questions.0.words': '第 1 条问卷的第 1 条题目：请补充问什么',
    'policy.survey.questionnaires.0.questions.0.options.0.words': '第 1 条问卷的第 1 条题目的第 1 条选项：请补充文字',
  })
  expect(save({ holdMaxDays: 'thirty' })).toEqual({ 'policy.holdMaxDays': '挂起的最长天数的格式不正确，请重新填写' })
  expect(save({ routing: Array.from({ length: 10_000 }, () => rule) })).toEqual({
    'policy.routing': '派单规则最多 1000 项，请减少一些',
  })
})

test('other fields are called what they were', () => {
  const filed = parse(ticket.file.request, { photos: Array(10).fill('x'), contact: { name: 7 } })
  expect(filed.ok ? {} : filed.fields).toMatchObject({ photos: '照片最多 9 张，请减少一些', text: '请补充内容' })
  const planned = parse(staff.addDuty.request, { idempotencyKey: 'a-key-of-a-test', personId: 'p', from: -1, to: 2 })
  expect(planned.ok ? {} : planned.fields).toEqual({ from: '开始时间不能小于 0' })
})
