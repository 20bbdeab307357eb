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
  relation: '是您的什么人',
  phone: '手机号',
  code: '验证码',
  number: '编号',
  digits: '电话后四位',
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
  noPhotoReason: '没有照片的原因',
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
  centerId: '服务中心',
  personId: '人员',
  toPersonId: '接手的人员',
  from: '开始时间',
  to: '结束时间',
  present: '是否在岗',
  note: '修改说明',
  baseVersion: '版本',
  applyTo: '适用范围',
  policy: '规则',
  calendars: '日历',
  calendar: '日历',
  workingHours: '上班时间',
  holidayYears: '节假日',
  holidays: '节假日',
  makeUpDays: '补班日',
  weekly: '每周班次',
  shifts: '特别日期的班次',
  deadlines: '时限',
  routing: '派单规则',
  departments: '部门',
  department: '部门',
  categories: '类别',
  building: '楼栋',
  place: '位置',
  survey: '评价与回访',
  satisfiedFrom: '视为满意的最低分',
  remindAfterDays: '提醒评价前等待的天数',
  unreachedAfterAttempts: '判定联系不上前的回访次数',
  reopenWithinDays: '办结后可以重新处理的天数',
  special: '热点和重大',
  hotPeople: '几人反映算热点',
  hotDays: '热点看最近几天',
  likeness: '文字相近的程度',
  majorSum: '索赔多少元算重大',
  wideReach: '多少人看过算影响大',
  signs: '特别情况',
  demanded: '要求赔偿的金额',
  people: '一起来的人数',
  detailsWithinDays: '一键评价后可以补充的天数',
  mostPerHouseholdAMonth: '每户每月最多问的次数',
  questionnaires: '问卷',
  more: '其他题目的回答',
  by: '按什么看',
  asOf: '截至时间',
  holdMaxDays: '挂起的最长天数',
  maxTransfers: '最多转单次数',
  quietHours: '免打扰时间',
  faq: '常见问题',
  month: '月份',
  year: '年份',
  task: '协办内容',
  hours: '小时数',
  stage: '报告',
  findings: '现场情况',
  settled: '当场解决',
  sum: '补偿金额',
  compensationLimit: '不用审批的补偿上限',
  order: '督办',
  title: '标题',
  questions: '题目',
  sampleSize: '抽多少户',
  fromAt: '开始时间',
  untilAt: '结束时间',
  campaignId: '调查',
  householdId: '住户',
  answers: '回答',
  questionId: '题目',
  ownerId: '负责人',
  dueAt: '完成时间',
  thirdParty: '第三方',
  outcome: '结果',
  relatedTo: '有关的工单',
  post: '网帖',
  link: '链接',
  platform: '平台',
  views: '浏览量',
  followers: '粉丝数',
  comments: '评论数',
  readAt: '读数的时间',
  fromHeadOffice: '总部先收到',
  list: '哪一种',
}

/** Lists whose entries are spoken of by their place: 「第 4 条派单规则」 */
const entryLabels: Record<string, string> = {
  routing: '派单规则',
  deadlines: '时限',
  categories: '类别',
  departments: '部门',
  faq: '常见问题',
  warn: '提醒',
  escalate: '上报',
  questionnaires: '问卷',
  questions: '题目',
  options: '选项',
}

/** What fields of such an entry are called, where that is something else than usual. */
const entryFieldLabels: Record<string, string> = {
  name: '名称',
  id: '编号',
  kind: '类型',
  when: '条件',
  to: '对象',
  at: '时间比例',
  target: '时间',
  workingDays: '工作日数',
  parentId: '上级',
  question: '问题',
  answer: '回答',
  post: '岗位',
  person: '人员',
  words: '关键词',
  questions: '题目',
  plainWords: '大字版的问法',
  options: '选项',
  onlyIf: '什么时候问',
  type: '怎么答',
}

/** And of entries of one list only. */
const labelsWithin: Record<string, Record<string, string>> = {
  questions: { words: '问什么' },
  options: { words: '文字' },
}

/** Where in nested lists a field stands: 「第 2 条时限的第 1 条上报」; '' for one that stands in none. */
const entryOf = (path: readonly PropertyKey[]): string =>
  path
    .flatMap((part, index) => {
      const at = path[index + 1]
      return typeof part === 'string' && typeof at === 'number' && entryLabels[part]
        ? [`第 ${at + 1} 条${entryLabels[part]}`]
        : []
    })
    .join('的')

/** Where in the path the innermost such entry begins; -1: nowhere. */
const entryStart = (path: readonly PropertyKey[]): number =>
  path.reduce<number>(
    (found, part, index) => (typeof part === 'number' && entryLabels[String(path[index - 1])] ? index : found),
    -1,
  )

const labelOf = (path: readonly PropertyKey[]): string => {
  const start = entryStart(path)
  const within = labelsWithin[String(path[start - 1])] ?? {}
  const label = (field: string) => (start < 0 ? fieldLabels[field] : (within[field] ?? nestedLabel(field)))
  const named = [...path.slice(start + 1)].reverse().find(part => typeof part === 'string' && label(part))
  if (typeof named === 'string') return label(named) ?? named
  return start < 0 ? String(path.at(-1) ?? '内容') : '内容'
}

const nestedLabel = (field: string): string | undefined => entryFieldLabels[field] ?? fieldLabels[field]

type Issue = z.core.$ZodIssue

const sentence = (issue: Issue): string => {
  const entry = entryOf(issue.path)
  return entry === '' ? plainSentence(issue) : `${entry}：${plainSentence(issue)}`
}

const plainSentence = (issue: Issue): string => {
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
