import type { DeadlineRule, EscalationStep, Policy } from './policy'

/** D-SLA-15: level 1 at the due time, level 2 half as much later, level 3 as much again. */
const levels: readonly EscalationStep[] = [
  { at: 1, to: 'departmentHead' },
  { at: 1.5, to: 'serviceManager' },
  { at: 2, to: 'quality' },
]
const warn = [0.5, 0.8]
const rule = (deadline: Omit<DeadlineRule, 'warn' | 'escalate'>): DeadlineRule => ({
  ...deadline,
  warn,
  escalate: levels,
})

/** docs/rules.md, Deadlines, row by row; within one kind the first rule that fits counts. */
export const defaultDeadlines: readonly DeadlineRule[] = [
  rule({ kind: 'acknowledge', calendar: 'always', target: { hours: 24 } }), // D-SLA-0
  // D-SLA-3, D-CL-2; D-SLA-1, 2, 3
  rule({ kind: 'firstReply', when: { urgency: 'emergency' }, calendar: 'always', target: { hours: 0.5 } }),
  rule({ kind: 'firstReply', when: { channel: ['inPerson', 'phone'] }, calendar: 'always', target: 'endOfDay' }),
  rule({
    kind: 'firstReply',
    when: { channel: ['letter', 'email', 'opinionBox', 'authority'] },
    calendar: 'office',
    target: { workingDays: 2 },
  }),
  rule({ kind: 'firstReply', calendar: 'office', target: 'endOfDay' }),
  // D-SLA-4; D-CL-2: an emergency is worked around the clock
  rule({ kind: 'accept', when: { urgency: 'emergency' }, calendar: 'always', target: { hours: 1 / 6 } }),
  rule({ kind: 'accept', when: { urgency: 'urgent' }, calendar: 'office', target: { hours: 0.5 } }),
  rule({ kind: 'accept', calendar: 'office', target: { hours: 2 } }),
  rule({ kind: 'organise', when: { kind: 'complaint' }, calendar: 'always', target: { hours: 48 } }), // D-SLA-5
  // D-SLA-6
  rule({ kind: 'completion', when: { urgency: 'emergency' }, calendar: 'always', target: { hours: 4 } }),
  rule({ kind: 'completion', when: { urgency: 'urgent' }, calendar: 'office', target: { workingDays: 1 } }),
  rule({ kind: 'completion', when: { urgency: 'suggestion' }, calendar: 'office', target: { workingDays: 7 } }),
  rule({ kind: 'completion', calendar: 'office', target: { workingDays: 3 } }),
  // D-SLA-7: what the developer left behind is a third party's to mend (D-SP-6).
  rule({ kind: 'progress', when: { category: 'developer' }, calendar: 'office', target: { workingDays: 5 } }),
  rule({ kind: 'progress', waitingFor: 'awaitingThirdParty', calendar: 'office', target: { workingDays: 5 } }),
  rule({ kind: 'progress', calendar: 'office', target: { workingDays: 2 } }),
  rule({ kind: 'verification', calendar: 'office', target: { workingDays: 1 } }), // D-SLA-8
  rule({ kind: 'callback', calendar: 'office', target: { workingDays: 2 } }), // D-SLA-9
  rule({ kind: 'dispute', calendar: 'office', target: { workingDays: 5 } }), // D-CB-11
  rule({ kind: 'approval', calendar: 'office', target: { workingDays: 1 } }), // D-HD-2, D-HD-6, D-HD-7
  rule({ kind: 'reportBack', calendar: 'office', target: { workingDays: 2 } }), // D-HD-4
  { kind: 'quiet', calendar: 'always', target: { hours: 7 * 24 } }, // D-SLA-10: an end, not a promise to warn of
  // D-RT-5; D-SLA-12, D-SLA-13
  rule({ kind: 'assist', when: { urgency: 'emergency' }, calendar: 'always', target: { hours: 2 } }),
  rule({ kind: 'assist', calendar: 'office', target: { workingDays: 1 } }),
  rule({ kind: 'majorReport', calendar: 'office', target: { workingDays: 1 } }),
  rule({ kind: 'majorSpecialReport', calendar: 'always', target: { hours: 7 * 24 } }),
  rule({ kind: 'hotReport', calendar: 'always', target: { hours: 7 * 24 } }),
  rule({ kind: 'hotSpecialReport', calendar: 'always', target: { hours: 7 * 24 } }),
  rule({ kind: 'followUp', when: { kind: 'consultation' }, calendar: 'always', target: { hours: 24 } }), // D-SLA-11
  rule({ kind: 'supervision', calendar: 'office', target: { hours: 4 } }), // D-SLA-14
]

const hours = [
  ['08:30', '12:00'],
  ['13:30', '18:00'],
] as const

/** What a service center starts with; every figure can be changed per center. */
export const defaultPolicy: Policy = {
  calendars: {
    always: '24x7',
    office: { weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours }, holidays: 'cn' },
  },
  workingHours: 'office',
  deadlines: defaultDeadlines,
  routing: [
    { name: '紧急事项先派值班人员', when: { urgency: 'emergency' }, to: { onDuty: true } },
    { name: '邻里纠纷由客服受理', when: { category: 'neighbour' }, to: { triage: true } },
    { name: '表扬和建议由客服受理', when: { kind: ['praise', 'suggestion'] }, to: { triage: true } },
    { name: '收费问题派财务部门', when: { category: 'fees' }, to: { categoryDepartment: true } },
    { name: '服务态度由客服受理', when: { category: 'service' }, to: { triage: true } },
    { name: '楼内事项派楼栋管家', when: {}, to: { steward: true } },
    { name: '其他事项派主责部门', when: {}, to: { categoryDepartment: true } },
    { name: '默认由客服受理', to: { triage: true } },
  ],
  departments: [
    { id: 'engineering', name: '工程部' },
    { id: 'cleaning', name: '保洁绿化部' },
    { id: 'security', name: '秩序部' },
    { id: 'service', name: '客服部' },
    { id: 'finance', name: '财务收费部' },
  ],
  // D-CL-1
  categories: [
    { id: 'engineering', name: '工程维修', parentId: null, department: 'engineering', icon: 'tool' },
    {
      id: 'leak',
      name: '漏水渗水',
      parentId: 'engineering',
      urgency: 'urgent',
      icon: 'drop',
      hint: '水还在流请先关总阀',
      words: ['漏水', '渗水', '滴水', '水管'],
    },
    {
      id: 'lift',
      name: '电梯',
      parentId: 'engineering',
      urgency: 'urgent',
      icon: 'lift',
      hint: '有人被困请直接打电话',
      words: ['电梯'],
    },
    {
      id: 'power',
      name: '停电用电',
      parentId: 'engineering',
      urgency: 'urgent',
      icon: 'power',
      words: ['停电', '跳闸'],
    },
    { id: 'lighting', name: '公共照明', parentId: 'engineering', icon: 'light', words: ['路灯', '楼道灯', '灯不亮'] },
    { id: 'door', name: '门禁门锁', parentId: 'engineering', icon: 'door', words: ['门禁', '门锁', '单元门'] },
    { id: 'pipe', name: '下水堵塞', parentId: 'engineering', icon: 'pipe', words: ['下水', '堵了', '堵塞', '反水'] },
    { id: 'cleaning', name: '清洁绿化', parentId: null, department: 'cleaning', icon: 'broom' },
    { id: 'rubbish', name: '垃圾清运', parentId: 'cleaning', icon: 'bin', words: ['垃圾'] },
    { id: 'greening', name: '绿化养护', parentId: 'cleaning', icon: 'tree', words: ['绿化', '草坪', '树枝'] },
    { id: 'corridor', name: '楼道卫生', parentId: 'cleaning', icon: 'broom', words: ['楼道脏', '没打扫', '保洁'] },
    { id: 'security', name: '安保秩序', parentId: null, department: 'security', icon: 'shield' },
    { id: 'parking', name: '停车', parentId: 'security', icon: 'car', words: ['停车', '车位', '堵车'] },
    { id: 'noise', name: '噪音扰民', parentId: 'security', icon: 'sound', words: ['噪音', '施工', '装修声', '吵'] },
    { id: 'pets', name: '宠物', parentId: 'security', icon: 'paw', words: ['狗', '宠物'] },
    { id: 'safety', name: '安全隐患', parentId: 'security', urgency: 'urgent', icon: 'alert' },
    { id: 'service', name: '客户服务', parentId: null, department: 'service', icon: 'people' },
    { id: 'attitude', name: '服务态度', parentId: 'service', icon: 'people', words: ['态度'] },
    { id: 'fees', name: '收费管理', parentId: null, department: 'finance', icon: 'bill' },
    { id: 'billing', name: '账单疑问', parentId: 'fees', icon: 'bill', words: ['账单', '物业费', '收费'] },
    {
      id: 'neighbour',
      name: '邻里纠纷',
      parentId: null,
      department: 'service',
      icon: 'people',
      neighbourDispute: true,
      hint: '可以不留姓名和房号',
    },
    { id: 'developer', name: '地产遗留', parentId: null, department: 'engineering', icon: 'building' },
    { id: 'other', name: '其他', parentId: null, department: 'service', icon: 'more' },
  ],
  survey: { satisfiedFrom: 3, remindAfterDays: 2, unreachedAfterAttempts: 3, reopenWithinDays: 30 },
  holdMaxDays: 60,
  quietHours: { from: '21:30', to: '07:30' },
  // D-CL-2: people in danger, fire, gas, electricity, what bursts or falls, self-harm (D-SP-4).
  emergencyWords: [
    ...[
      '被困',
      '困人',
      '困在电梯',
      '困在里面',
      '关在电梯',
      '救命',
      '晕倒',
      '昏倒',
      '昏迷',
      '溺水',
      '夹住',
      '砸伤',
      '砸到人',
    ],
    ...['起火', '着火', '失火', '火灾', '冒烟', '火花', '火苗', '烧起来', '爆炸'],
    ...['燃气味', '煤气味', '煤气的味道', '燃气的味道', '天然气味', '燃气泄', '煤气泄', '天然气泄', '漏煤气', '漏燃气'],
    ...['煤气中毒', '一氧化碳', '触电', '漏电', '电线掉', '爆管', '爆裂', '坠落', '坠楼'],
    ...['跳楼', '跳河', '上吊', '轻生', '自杀', '割腕', '持刀', '动刀', '砍人'],
    ...['夹人', '夹到人', '夹伤', '快掉下来', '要掉下来', '摇摇欲坠', '电到人', '浓烟'],
    ...['煤气漏', '燃气漏', '天然气漏', '喘不上气', '没有呼吸', '没呼吸', '抽搐', '大出血'],
  ],
  maxTransfers: 2,
  compensationLimit: 500,
  faq: [
    {
      question: '家里漏水怎么办？',
      answer: '请先关闭总阀，再拨打值班电话，我们马上安排工程人员上门。',
      category: 'leak',
    },
    {
      question: '电梯里被困了怎么办？',
      answer: '请按轿厢内的紧急呼叫按钮，不要扒门，我们会立即救援。',
      category: 'lift',
    },
    {
      question: '物业费账单在哪里看？',
      answer: '您可以到服务中心前台查询，或在这里选择“账单疑问”告诉我们。',
      category: 'billing',
    },
    {
      question: '装修可以在什么时间施工？',
      answer: '工作日 8:00—12:00、14:00—18:00，周末和节假日请不要施工。',
      category: 'noise',
    },
  ],
}
