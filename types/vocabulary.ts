/**
 * Every word both sides agree on, with its Chinese label (docs/rules.md, Vocabulary). Each list is a record keyed by the
 * identifier, so a missing label does not compile, and the type is derived from the record.
 */

/** Nature of a ticket (docs/rules.md, Vocabulary). */
export const kindLabels = {
  complaint: '投诉',
  request: '报修求助',
  consultation: '咨询',
  suggestion: '建议',
  praise: '表扬',
} as const
export type Kind = keyof typeof kindLabels

/** D-CL-2. */
export const urgencyLabels = { emergency: '紧急', urgent: '加急', normal: '一般', suggestion: '建议类' } as const
export type Urgency = keyof typeof urgencyLabels

/** D-CL-3, from the least to the most severe. */
export const severityLabels = { ordinary: '一般', hot: '热点', major: '重大' } as const
export type Severity = keyof typeof severityLabels

/** What makes a matter special, noticed by whoever records it or spoken of in its words (D-SP-1, D-SP-4). */
export const specialSignLabels = {
  drastic: '可能有过激行为',
  injury: '有人受伤',
  media: '要找媒体或上网曝光',
  lawsuit: '要起诉或打官司',
} as const
export type SpecialSign = keyof typeof specialSignLabels

/** D-HD-1: where a ticket stands, in the words of staff. */
export const stateLabels = {
  submitted: '待受理',
  accepted: '已受理',
  dispatched: '待接单',
  inProgress: '处理中',
  proposed: '待业主确认方案',
  agreed: '方案已同意',
  onHold: '挂起',
  completed: '待验证',
  verified: '已验证',
  callback: '回访中',
  quietPeriod: '静默观察',
  disputed: '有异议，待裁定',
  closed: '已关闭',
  archived: '已归档',
  withdrawn: '已撤回',
  declined: '不予受理',
  merged: '已并入同一事件',
} as const
export type State = keyof typeof stateLabels

/** The same states in a resident's words (L-WRD-1: residents never read 「派单」). */
export const residentStateLabels: Record<State, string> = {
  submitted: '已收到，正在安排',
  accepted: '已受理，正在安排人员',
  dispatched: '已通知负责的人员',
  inProgress: '正在处理',
  proposed: '方案等您确认',
  agreed: '按商定方案处理中',
  onHold: '暂时等待',
  completed: '已处理，正在复核',
  verified: '复核通过',
  callback: '请您评价',
  quietPeriod: '已处理，观察中',
  disputed: '有异议，品质管理部在复查',
  closed: '已办结',
  archived: '已办结',
  withdrawn: '您已撤回',
  declined: '已说明原因',
  merged: '与邻居的反映一起处理',
}

/** How a closed ticket ended (D-CB-3, D-CB-4, D-CB-11). */
export const closingLabels = {
  satisfied: '满意办结',
  quiet: '静默期满办结',
  unreached: '未能联系到',
  disputed: '有异议结案',
} as const
export type Closing = keyof typeof closingLabels

/** Every way in which a matter ends; each is counted apart and none passes for another. */
export const endingLabels = {
  ...closingLabels,
  withdrawn: '业主撤回',
  declined: '不予受理',
  merged: '并入同一事件',
} as const
export type Ending = keyof typeof endingLabels

/** What quality makes of an outcome that the complainant does not accept (D-CB-11). */
export const disputeDecisionLabels = { rework: '重新处理', uphold: '维持原来的处理' } as const
export type DisputeDecision = keyof typeof disputeDecisionLabels

/** Posts (docs/rules.md, Posts). `handler` is a member of a department without buildings of their own. */
export const roleLabels = {
  resident: '业主',
  steward: '楼栋管家',
  handler: '处理人员',
  clerk: '客服专员',
  assistant: '客服助理',
  departmentHead: '部门负责人',
  serviceManager: '客服部经理',
  quality: '品质管理部',
  supervisor: '监督小组',
  admin: '系统管理员',
} as const
export type Role = keyof typeof roleLabels
export type StaffRole = Exclude<Role, 'resident'>

/** Posts that are given in a center. Administrators are appointed for the whole company (D-OR-1). */
const { resident: _resident, admin: _admin, ...posted } = roleLabels
export const postedRoleLabels = posted

/** D-IN-1. */
export const channelLabels = {
  miniProgram: '小程序',
  phone: '电话',
  inPerson: '现场来访',
  letter: '信函传真',
  email: '电子邮件',
  opinionBox: '意见箱',
  officialAccount: '公众号',
  online: '网络舆情',
  authority: '上级或政府转办',
} as const
export type Channel = keyof typeof channelLabels

/** A person's tie to a room (docs/rules.md, Vocabulary). */
export const relationLabels = { owner: '业主', family: '家属', tenant: '租户', visitor: '访客' } as const
export type Relation = keyof typeof relationLabels

/** Who may be bound to a room; a visitor does not live here. */
export const residentRelationLabels = {
  owner: relationLabels.owner,
  family: relationLabels.family,
  tenant: relationLabels.tenant,
} as const
export type ResidentRelation = keyof typeof residentRelationLabels

/** What became of somebody's word that they live in a room (D-OR-2). */
export const bindingStateLabels = { open: '等待核对', approved: '已通过', declined: '没有通过' } as const
export type BindingState = keyof typeof bindingStateLabels

/** For whom of the family somebody files (D-AC-2), seen from whoever files. */
export const familyRelationLabels = { parent: '父母', spouse: '爱人', child: '孩子', other: '家人' } as const
export type FamilyRelation = keyof typeof familyRelationLabels

export const placeKindLabels = {
  estate: '小区',
  building: '楼栋',
  unit: '单元',
  room: '房号',
  publicArea: '公共区域',
} as const
export type PlaceKind = keyof typeof placeKindLabels

/** D-IN-2. */
export const moodLabels = { calm: '平静', upset: '着急', agitated: '激动' } as const
export type Mood = keyof typeof moodLabels

/** Reasons that stop the clock (D-SLA-16). */
export const holdReasonLabels = {
  awaitingComplainant: '等业主答复',
  awaitingPart: '等配件',
  awaitingThirdParty: '等第三方',
  appointment: '已约定上门时间',
} as const
export type HoldReason = keyof typeof holdReasonLabels

/** Final cause 人机料法环 (D-CL-5). */
export const causeFactorLabels = {
  people: '人',
  equipment: '机',
  material: '料',
  method: '法',
  environment: '环',
} as const
export type CauseFactor = keyof typeof causeFactorLabels

/** The same where one chooses or reads one of them: a single character says little by itself. */
export const causeFactorNames: Record<CauseFactor, string> = {
  people: '人员',
  equipment: '设备',
  material: '材料',
  method: '方法',
  environment: '环境',
}

/** D-CL-5. */
export const verdictLabels = { substantiated: '属实', partly: '部分属实', unsubstantiated: '不属实' } as const
export type Verdict = keyof typeof verdictLabels

/** D-CL-5. */
export const responsiblePartyLabels = {
  own: '物业',
  developer: '开发商',
  publicBody: '市政或公用单位',
  otherResident: '其他住户',
  nobody: '无责任方',
} as const
export type ResponsibleParty = keyof typeof responsiblePartyLabels

/** Templates of D-IN-10. */
export const declineReasonLabels = {
  notOurs: '不属于物业职责',
  thirdParty: '由第三方负责，我们协助跟进',
  duplicate: '重复反映',
  incomplete: '信息不足且无法联系',
  other: '其他',
} as const
export type DeclineReason = keyof typeof declineReasonLabels

/** Who else has caused a matter, and has to put it right (D-IN-10, D-SP-6). */
export const thirdPartyLabels = {
  government: '政府部门',
  utility: '水电气等公用单位',
  developer: '开发商',
  neighbour: '其他住户',
  other: '其他单位',
} as const
export type ThirdPartyKind = keyof typeof thirdPartyLabels

/** How following a third party ends (D-SP-6). */
export const followingOutcomeLabels = { solved: '第三方已经解决', stopped: '不再跟进' } as const
export type FollowingOutcome = keyof typeof followingOutcomeLabels

/** What waits to be approved before the complainant reads it (D-HD-2, D-HD-6). */
export const draftKindLabels = { reply: '回复', proposal: '方案' } as const
export type DraftKind = keyof typeof draftKindLabels

/** Lists of special matters. */
export const specialListLabels = {
  approval: '待审批',
  hot: '热点',
  major: '重大',
  alarm: '警示',
  online: '网络',
  thirdParty: '第三方',
  headOffice: '总部转来',
} as const
export type SpecialList = keyof typeof specialListLabels

/** Why a callback is not made (D-CB-2). */
export const exemptionLabels = {
  settledOnSpot: '现场解决并确认满意',
  unreachable: '匿名或无法联系',
  sensitive: '敏感事项',
  declinedCallbacks: '客户不接受回访',
  askedEnough: '这户本月已经问过多次',
} as const
export type Exemption = keyof typeof exemptionLabels

/** Tries that the rules refuse, each recorded for supervision (D-CB-2, D-CB-5, D-CB-6, D-CL-3). */
export const findingLabels = {
  ownCallback: '想回访或评价自己处理、登记的事',
  ownExemption: '想免去自己处理、登记的事的回访',
  unfoundedExemption: '没有依据就想免回访',
  skippedAttempts: '没有联系够次数，就想按联系不上免回访',
  silentLowering: '没写原因就想降低严重程度',
  strangersAnswer: '想评价与自己无关的事',
  secondAnswer: '同一次回访想再评价一次',
  lateAnswer: '回访结束后才想评价',
} as const
export type FindingKind = keyof typeof findingLabels
/** Those that somebody can say; the others follow by rule (D-CB-12). */
export const saidExemptions = [
  'settledOnSpot',
  'unreachable',
  'sensitive',
  'declinedCallbacks',
] as const satisfies readonly Exemption[]

/** How a phone or visit callback attempt ended (D-CB-1, D-CB-4). */
export const callbackResultLabels = { answered: '已接通', unreached: '未接通', refused: '拒绝回访' } as const
export type CallbackResult = keyof typeof callbackResultLabels

/** The same told apart (D-CB-12): from these come the rates of response, contact, cooperation and refusal. */
export const callbackOutcomeLabels = {
  complete: '答完了',
  partial: '答了一部分',
  noAnswer: '没有人接',
  wrongNumber: '号码不对',
  later: '约了再打',
  refused: '不愿意回访',
} as const
export type CallbackOutcome = keyof typeof callbackOutcomeLabels

/** How somebody is asked by a person (D-CB-6). */
export const callMethodLabels = { phone: '电话回访', visit: '上门回访', online: '线上回访' } as const
export type CallMethod = keyof typeof callMethodLabels
/** What became of an asking in the end (D-CB-12); `open`: nothing yet. */
export const dispositionLabels = {
  complete: '完整答复',
  partial: '部分答复',
  refused: '拒绝回访',
  notReached: '未联系到',
  unknown: '情况不明',
  open: '等待答复',
} as const
export type Disposition = keyof typeof dispositionLabels

/** What figures can be broken down by. */
export const figureByLabels = {
  center: '服务中心',
  department: '部门',
  category: '分类',
  person: '人员',
  channel: '渠道',
} as const
export type FigureBy = keyof typeof figureByLabels

/** The five answers to a rating, from 1; people are quoted by the word they chose (D-CB-1). */
export const ratingLabels = { 1: '很不满意', 2: '不满意', 3: '一般', 4: '满意', 5: '非常满意' } as const
export type Rating = keyof typeof ratingLabels

export const ratingWord = (rating: number): string => ratingLabels[rating as Rating] ?? `${rating} 分`

/** Reasons for a low score (D-CB-1). */
export const surveyReasonLabels = {
  slow: '太慢了',
  attitude: '态度不好',
  notFixed: '没有修好',
  cameBack: '又出现了',
  noExplanation: '没有说清楚',
  mess: '现场没有收拾',
  other: '其他',
} as const
export type SurveyReason = keyof typeof surveyReasonLabels

/** What is done for somebody who was not content (D-HD-7). */
export const remedyLabels = {
  recheck: '重新检查',
  redo: '重新处理',
  apology: '当面致歉',
  compensation: '补偿',
} as const
export type RemedyKind = keyof typeof remedyLabels

export const remedyDecisionLabels = { approve: '同意', refuse: '不同意' } as const
export type RemedyDecision = keyof typeof remedyDecisionLabels
/** What every questionnaire asks (D-CB-1): closing hangs on it, and figures compare it. */
export const standardQuestionLabels = {
  solved: '问题解决了吗？',
  result: '处理结果怎么样？',
  measures: '处理办法怎么样？',
  reception: '接待态度怎么样？',
} as const
export type StandardQuestion = keyof typeof standardQuestionLabels

/** How a question is answered. */
export const questionTypeLabels = {
  rating: '打分',
  yesNo: '是或否',
  choice: '选一项',
  choices: '选几项',
  text: '写几句',
} as const
export type QuestionType = keyof typeof questionTypeLabels

/** What a campaign is for; all three are asked, answered and counted alike (D-CB-7). */
export const campaignKindLabels = { quarterly: '季度满意度调查', interview: '客户访谈', poll: '意见征询' } as const
export type CampaignKind = keyof typeof campaignKindLabels

export const campaignStateLabels = {
  draft: '还在准备',
  scheduled: '到时间自动发出',
  open: '正在进行',
  closed: '已经结束',
} as const
export type CampaignState = keyof typeof campaignStateLabels

/** How long a household has lived here when it is asked (D-CU-1). */
export const tenureLabels = {
  new: '入住不到半年',
  settling: '入住半年到一年',
  stable: '入住一到两年',
  long: '入住两年以上',
} as const
export type Tenure = keyof typeof tenureLabels

/** Why a household that was drawn is not asked (D-CB-9, D-CB-12). */
export const notAskedLabels = { declined: '不希望被回访', askedEnough: '这户本月已经问过多次' } as const
export type NotAsked = keyof typeof notAskedLabels

/** How an answer of a campaign came in. */
export const campaignChannelLabels = {
  miniProgram: '小程序',
  paper: '纸质问卷',
  phone: '电话询问',
  visit: '上门询问',
} as const
export type CampaignChannel = keyof typeof campaignChannelLabels
/** Those that somebody of staff writes down. */
export const enteredChannels = ['paper', 'phone', 'visit'] as const satisfies readonly CampaignChannel[]

/** What became of asking a household; whoever was not reached may still answer, or be tried again. */
export const campaignResultLabels = { answered: '已答复', refused: '不愿意答', notReached: '没有联系到' } as const
export type CampaignResult = keyof typeof campaignResultLabels

/** An action that follows from a campaign (D-CB-7). */
export const improvementStateLabels = { open: '进行中', done: '已完成', dropped: '不再做' } as const
export type ImprovementState = keyof typeof improvementStateLabels

/** What a deadline watches (D-SLA-0 … D-SLA-14). */
export const deadlineKindLabels = {
  acknowledge: '有人受理', // D-SLA-0
  firstReply: '首次答复', // D-SLA-1, 2, 3
  accept: '接单', // D-SLA-4
  organise: '组织调查', // D-SLA-5
  completion: '完成处理', // D-SLA-6
  progress: '告知进展', // D-SLA-7
  verification: '验证', // D-SLA-8
  callback: '回访', // D-SLA-9
  quiet: '静默期', // D-SLA-10
  followUp: '咨询跟进', // D-SLA-11
  majorReport: '重大投诉上报', // D-SLA-12
  majorSpecialReport: '重大投诉专题报告', // D-SLA-12
  hotReport: '热点投诉上报', // D-SLA-13
  hotSpecialReport: '热点投诉专题报告', // D-SLA-13
  supervision: '督办答复', // D-SLA-14
  assist: '协办', // D-RT-5
  dispute: '裁定异议', // D-CB-11
  approval: '审批', // D-HD-2, D-HD-6, D-HD-7
  reportBack: '向总部回报', // D-HD-4
} as const
export type DeadlineKind = keyof typeof deadlineKindLabels

/** Reports on a hot or major matter (D-SP-3). */
export const reportStageLabels = { first: '情况报告', special: '专题报告' } as const
export type ReportStage = keyof typeof reportStageLabels

/** What a report says beside what happened (D-SP-3): at first these four … */
export const firstReportLabels = {
  cause: '原因分析',
  status: '目前进展',
  difficulties: '困难',
  help: '需要的支持',
} as const
/** … and when the work is done these. */
export const specialReportLabels = { lessons: '教训', corrective: '纠正措施', preventive: '预防措施' } as const
export const reportPartLabels = { ...firstReportLabels, ...specialReportLabels } as const
export type ReportPart = keyof typeof reportPartLabels

/** Which parts a report of a stage has, in order. */
export const reportPartsOf = {
  first: keysOf(firstReportLabels),
  special: keysOf(specialReportLabels),
} as const satisfies Record<ReportStage, readonly ReportPart[]>

/** Commands of `ticket.act` and those of other actions and of the clock, in the words of a button (D-HD-1). */
export const commandLabels = {
  file: '反映',
  triage: '受理分类',
  decline: '不予受理',
  dispatch: '派单',
  accept: '接单',
  return: '退单',
  transfer: '转单',
  reply: '回复',
  note: '内部备注',
  inspect: '现场查看',
  propose: '提出方案',
  agree: '同意方案',
  counter: '我有不同想法',
  hold: '挂起',
  resume: '恢复',
  complete: '完成',
  verify: '验证通过',
  reject: '验证不通过',
  urge: '催一催',
  supplement: '补充说明',
  withdraw: '撤回',
  reopen: '重新处理',
  dispute: '不认可处理结果',
  decideDispute: '裁定异议',
  remedy: '补救措施',
  decideRemedy: '审批补偿',
  decideDraft: '审批回复或方案',
  endFollowing: '结束跟进第三方',
  notePost: '登记网帖和热度',
  relate: '关联另一张工单',
  reportBack: '向总部回报',
  supervise: '督办',
  answerSupervision: '答复督办',
  merge: '并入同一事件',
  undoMerge: '撤销并入',
  split: '拆分出来',
  reclassify: '更正分类',
  escalate: '上报',
  assist: '请同事协办',
  finishAssist: '协办完成',
  cancelAssist: '取消协办',
  report: '提交报告',
  judgeSeverity: '判定严重程度',
  judgeReport: '审核报告',
  exempt: '免回访',
  recordCallback: '记录回访',
  answerSurvey: '评价',
  detailSurvey: '补充评价',
  archive: '归档',
  revealContact: '查看联系方式',
  startCallback: '开始回访',
  startQuietPeriod: '进入静默期',
  endQuietPeriod: '静默期满',
  fireDeadline: '时限提醒',
} as const
export type Command = keyof typeof commandLabels

/** What a change of the organisation is about (D-OR-5). */
export const organisationSubjectLabels = {
  company: '公司',
  center: '服务中心',
  department: '部门',
  place: '房屋和区域',
  staff: '员工和岗位',
  household: '住户',
} as const
export type OrganisationSubject = keyof typeof organisationSubjectLabels

export const organisationChangeLabels = { added: '新增', changed: '修改', removed: '移除', imported: '导入' } as const
export type OrganisationChangeKind = keyof typeof organisationChangeLabels

export const mediaKindLabels = { image: '照片', video: '视频', audio: '语音' } as const
export type MediaKind = keyof typeof mediaKindLabels

export const weekdayLabels = {
  mon: '周一',
  tue: '周二',
  wed: '周三',
  thu: '周四',
  fri: '周五',
  sat: '周六',
  sun: '周日',
} as const

/** The keys of a label record as a non-empty tuple, for `z.enum`. */
export function keysOf<T extends Record<string, unknown>>(labels: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]]
}

/** States in which nothing more happens, unless it is undone; the transition checker holds them to it (D-HD-1). */
export const finalStates = ['archived', 'withdrawn', 'merged'] as const satisfies readonly State[]

/** States in which nobody owes anything: the final ones, and those that a complainant can still object to (D-CB-11). */
export const endedStates = ['closed', 'declined', ...finalStates] as const satisfies readonly State[]

/** States in which the work itself is not done yet. */
export const statesBeforeCompletion = [
  'submitted',
  'accepted',
  'dispatched',
  'inProgress',
  'proposed',
  'agreed',
  'onHold',
] as const satisfies readonly State[]

/** States in which somebody still owes the complainant something (D-SLA-19). */
export const openStates = [
  ...statesBeforeCompletion,
  'completed',
  'verified',
  'callback',
  'quietPeriod',
  'disputed',
] as const satisfies readonly State[]

/** What a timer may fail to carry out. */
export const deadLetterLabels = {
  deadline: '到点提醒与上报',
  policy: '更新规则',
  notice: '发送通知',
  campaign: '调查和改进措施',
  lease: '租约到期',
} as const
export type DeadLetterWork = keyof typeof deadLetterLabels
