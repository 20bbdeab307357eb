import type * as z from 'zod/mini'
import type { FieldMessages } from '../errors'

/** What a field is called when it is spoken of to a person; a nested field is looked up by its last name. */
const fieldLabels: Record<string, string> = {
  kind: '反映的类型',
  category: '类别',
  placeId: '发生的位置',
  placeText: '发生的位置',
  text: '内容',
  urgency: '紧急程度',
  severity: '严重程度',
  expectation: '您的期望',
  photos: '照片',
  recording: '视频或语音',
  contact: '联系方式',
  name: '姓名',
  phone: '手机号',
  code: '验证码',
  channel: '来源',
  occurredAt: '发生时间',
  reason: '原因',
  requirement: '处理要求',
  assigneeId: '人员',
  departmentId: '部门',
  measures: '处理措施',
  responsible: '负责人',
  completeBy: '完成时间',
  until: '预计恢复时间',
  summary: '处理情况',
  cause: '原因分析',
  factor: '原因分类',
  detail: '原因说明',
  verdict: '属实情况',
  responsibleParty: '责任方',
  cost: '费用',
  into: '并入的工单',
  result: '处理结果评分',
  reception: '受理态度评分',
  solved: '是否解决',
  reasons: '不满意的原因',
  suggestion: '建议',
  idempotencyKey: '提交编号',
  ticketId: '工单',
  command: '操作',
  version: '版本',
  scope: '范围',
  limit: '每页条数',
  persona: '演示角色',
  confirm: '确认文字',
}

const labelOf = (path: readonly PropertyKey[]): string => {
  const named = [...path].reverse().find(part => typeof part === 'string' && fieldLabels[part])
  return typeof named === 'string' ? (fieldLabels[named] ?? named) : String(path.at(-1) ?? '内容')
}

type Issue = z.core.$ZodIssue

const sentence = (issue: Issue): string => {
  const label = labelOf(issue.path)
  const unit = (origin: string) => (origin === 'array' ? (label === '照片' ? '张' : '项') : '个字')
  switch (issue.code) {
    case 'too_big':
      if (issue.origin === 'string' || issue.origin === 'array')
        return `${label}最多 ${issue.maximum} ${unit(issue.origin)}，请减少一些`
      return `${label}不能大于 ${issue.maximum}`
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return `请补充${label}`
      return `${label}不能小于 ${issue.minimum}`
    case 'invalid_type':
      return issue.input === undefined ? `请补充${label}` : `${label}的格式不正确，请重新填写`
    case 'invalid_value':
    case 'invalid_union':
      return issue.input === undefined ? `请选择${label}` : `请重新选择${label}`
    case 'custom':
      return issue.message === 'blank' ? `请补充${label}` : `${label}里有无法保存的字符，请删除后再提交`
    default:
      return `${label}的格式不正确，请重新填写`
  }
}

/** A parse error as Chinese sentences, keyed by the path of the field (`photos.3`, `cause.factor`). */
export function fieldMessages(error: { issues: readonly Issue[] }): FieldMessages {
  const messages: FieldMessages = {}
  for (const issue of error.issues) messages[issue.path.map(String).join('.') || 'data'] ??= sentence(issue)
  return messages
}
