import type { ActCommand } from '../../../types/contract/commands'
import type { TicketView } from '../../../types/contract/ticket-views'
import { limits } from '../../../types/limits'
import { isLessSevere } from '../../../types/order'
import {
  type ReportStage,
  type Severity,
  callMethodLabels,
  callbackResultLabels,
  commandLabels,
  declineReasonLabels,
  disputeDecisionLabels,
  remedyDecisionLabels,
  remedyLabels,
  exemptionLabels,
  followingOutcomeLabels,
  holdReasonLabels,
  reportPartLabels,
  reportPartsOf,
  reportStageLabels,
  roleLabels,
  severityLabels,
  surveyReasonLabels,
  thirdPartyLabels,
  urgencyLabels,
} from '../../../types/vocabulary'
import { askedOf } from '../words/assists'
import { choicesOf, type Field, type Values } from './fields'
import { isJudged, judgedAs, judgement, unfolded } from './judgement'
import {
  callbackTemplates,
  completionTemplates,
  declineTemplates,
  rejectTemplates,
  replyTemplates,
  returnTemplates,
  superviseTemplates,
  transferTemplates,
} from './templates'

export interface ActForm {
  /** Empty: the command needs nothing but a tap. */
  fields: readonly Field[]
  /** What happens when it is sent. */
  lead?: string
  /** Word of the button, where the command's own label would not say it. */
  submit?: string | ((values: Values) => string | undefined)
  /** Said when it is done. */
  done: string | ((values: Values) => string)
  /** What the fields begin with. */
  initial?: (ticket: TicketView) => Values
  /** Cannot be taken back. */
  grave?: true
}

type TextExtras = Pick<Field & { control: 'text' }, 'placeholder' | 'templates' | 'phrases' | 'optional' | 'when'>

const long = (name: string, label: string, extras: TextExtras = {}): Field => ({
  control: 'text',
  name,
  label,
  max: limits.text,
  long: true,
  ...extras,
})
const short = (name: string, label: string, extras: TextExtras = {}): Field => ({
  control: 'text',
  name,
  label,
  max: limits.shortText,
  ...extras,
})
/** D-CB-2: by hand only what can be accepted; the other exemptions follow from what is recorded. */
const exemptionReason = (labels: Readonly<Record<string, string>>, when: (values: Values) => boolean): Field => ({
  control: 'choice',
  name: 'reason',
  label: '免回访的原因',
  choices: choicesOf(labels),
  form: 'rows',
  when,
})
const { sensitive, unreachable } = exemptionLabels
/** Somebody is anonymous, or left neither account nor number; sent nowhere. */
const someoneUnreachable = 'known.unreachable'

const photos = (label: string): Field => ({ control: 'photos', name: 'photos', label, optional: true })

const classification: readonly Field[] = [
  { control: 'category', name: 'category', label: '类别' },
  { control: 'choice', name: 'urgency', label: '紧急程度', choices: choicesOf(urgencyLabels) },
  { control: 'choice', name: 'severity', label: '严重程度', choices: choicesOf(severityLabels) },
]
const asFiled = ({ category, urgency, severity }: TicketView): Values => ({ category, urgency, severity })
/** What it counts as until now; sent nowhere. */
const severityBefore = 'before.severity'
const lowersSeverity = (values: Values) =>
  isLessSevere(values['severity'] as Severity, values[severityBefore] as Severity)
/** D-CL-4: the clerk starts from what the rules propose, and corrects it. */
const asSuggested = (ticket: TicketView): Values => ({
  ...asFiled(ticket),
  ...(ticket.suggested && { category: ticket.suggested.category, urgency: ticket.suggested.urgency }),
})

const answered = (values: Values) => values['result'] === 'answered'
const low = (value: unknown) => typeof value === 'number' && value <= limits.lowRating
const unhappy = (values: Values) =>
  answered(values) &&
  (values['answers.solved'] === false ||
    ['answers.reception', 'answers.measures', 'answers.result'].some(name => low(values[name])))

/** Goes on to `dispatch` in the same sitting; handled by `actSteps`. */
export const thenDispatch = 'then.dispatch'
const dispatchWanted = (values: Values) => values[thenDispatch] === true

/** Whether the complainant sent photos: then one of after is asked for, or why there is none (D-HD-3). */
const photosBefore = 'then.photosBefore'

/** Whether a call has to say which of several complainants it was to (D-HD-8). */
const severalAsked = 'then.severalAsked'

/** Complainants who have still to be heard in the round that is open. */
export const stillAsked = ({ complainants }: TicketView): TicketView['complainants'] =>
  complainants.filter(({ survey, withdrawn }) => survey === 'open' && !withdrawn)

/** The parts of a report of one stage (D-SP-3). */
const reportFields = (stage: ReportStage): readonly Field[] =>
  reportPartsOf[stage].map(part =>
    long(`parts.${part}`, reportPartLabels[part], { optional: true, when: values => values['stage'] === stage }),
  )

/** Who else has caused it (D-IN-10, D-SP-6). */
const partyFields = (when: (values: Values) => boolean): readonly Field[] => [
  {
    control: 'choice',
    name: 'thirdParty.kind',
    label: '由谁负责',
    choices: choicesOf(thirdPartyLabels),
    form: 'rows',
    when,
  },
  short('thirdParty.name', '单位或姓名', { placeholder: '例如：市自来水公司', when }),
  short('thirdParty.contact', '怎么联系', { placeholder: '联系人、电话', optional: true, when }),
]
/** Whoever is followed already is most likely meant again. */
const partyBefore = ({ thirdParty = null }: TicketView): Values =>
  thirdParty
    ? {
        'thirdParty.kind': thirdParty.kind,
        'thirdParty.name': thirdParty.name,
        'thirdParty.contact': thirdParty.contact ?? undefined,
      }
    : {}
const byThirdParty = ({ reason }: Values) => reason === 'thirdParty'
const awaitsThirdParty = ({ reason }: Values) => reason === 'awaitingThirdParty'

/** How far it has gone online; each is left out where nobody can see it (D-SP-5). */
const figure = (name: string, label: string): Field => ({ control: 'number', name, label, optional: true })

/** Post whose word a reply or a proposal waits for (D-HD-2, D-HD-6); sent nowhere. */
const waitsFor = 'approved.by'
const asksApproval = (values: Values) => typeof values[waitsFor] === 'string'
const approvalOf = (kind: keyof TicketView['approvedBy'], { approvedBy }: Pick<TicketView, 'approvedBy'>): Values =>
  approvedBy[kind] === null ? {} : { [waitsFor]: roleLabels[approvedBy[kind]] }

/** One form per command. What is required, and how long it may be, is said by the contract's schema alone. */
export const actForms: Record<ActCommand, ActForm> = {
  triage: {
    fields: [
      ...classification,
      short('reason', '降低严重程度的原因', { when: lowersSeverity }), // D-CL-3
      { control: 'switch', name: thenDispatch, label: '接着派单', hint: '分类之后马上交给部门或人员' },
      {
        control: 'dispatch',
        name: 'dispatch.assigneeId',
        departmentName: 'dispatch.departmentId',
        label: '派给谁',
        when: dispatchWanted,
      },
      short('dispatch.requirement', '处理要求', {
        placeholder: '例如：先电话联系，今天内到场',
        optional: true,
        when: dispatchWanted,
      }),
    ],
    submit: values => (dispatchWanted(values) ? '受理并派单' : undefined),
    done: values => (dispatchWanted(values) ? '已受理并派单' : '已受理'),
    initial: ticket => ({
      ...asSuggested(ticket),
      [severityBefore]: ticket.severity,
      [thenDispatch]: ticket.allowedActions.includes('dispatch'),
    }),
  },
  reclassify: {
    fields: [...classification, short('reason', '更正的原因')],
    lead: '派给谁和时限会按新的分类重新计算，已经用掉的时间不会退回。',
    done: '分类已更正',
    initial: asFiled,
  },
  decline: {
    fields: [
      { control: 'choice', name: 'reason', label: '原因', choices: choicesOf(declineReasonLabels), form: 'rows' },
      ...partyFields(byThirdParty),
      long('text', '对业主的说明', { templates: declineTemplates }),
    ],
    lead: '业主会收到这段说明。由第三方负责的，我们继续跟进并定期告诉业主，直到解决；其他的工单随之结束。',
    done: '已向业主说明原因',
    initial: partyBefore,
    grave: true,
  },
  dispatch: {
    fields: [
      { control: 'dispatch', name: 'assigneeId', departmentName: 'departmentId', label: '派给谁' },
      short('requirement', '处理要求', { placeholder: '例如：先电话联系，今天内到场', optional: true }),
    ],
    done: '已派单',
    initial: ticket => (ticket.department === null ? {} : { departmentId: ticket.department.id }),
  },
  accept: { fields: [], done: '已接单，请尽快联系业主' },
  return: {
    fields: [short('reason', '退单的原因', { templates: returnTemplates })],
    lead: '工单会按规则交给下一位。',
    submit: '确认退单',
    done: '已退单',
  },
  transfer: {
    fields: [
      { control: 'person', name: 'assigneeId', label: '转给谁' },
      short('reason', '转单的原因', { templates: transferTemplates }),
    ],
    lead: '时限不会重新计算。',
    done: '已转单',
  },
  reply: {
    fields: [long('text', '对业主说', { templates: replyTemplates }), photos('照片')],
    submit: values => (asksApproval(values) ? '送审' : '发送回复'),
    done: values => (asksApproval(values) ? `已送${String(values[waitsFor])}审批，同意后发出` : '回复已发给业主'),
    initial: ticket => approvalOf('reply', ticket),
  },
  note: {
    fields: [long('text', '内部备注')],
    lead: '只有员工看得到，业主看不到。',
    submit: '保存备注',
    done: '备注已保存',
  },
  propose: {
    fields: [
      long('measures', '处理措施', { placeholder: '打算怎么做，分几步' }),
      short('responsible', '负责人'),
      { control: 'dateTime', name: 'completeBy', label: '完成时间' },
    ],
    lead: '方案会发给业主确认，业主也可以提出不同想法。',
    submit: values => (asksApproval(values) ? '送审' : '发给业主确认'),
    done: values => (asksApproval(values) ? `已送${String(values[waitsFor])}审批，同意后发给业主` : '方案已发给业主'),
    initial: ({ assignee, proposal, ...ticket }) => ({
      ...approvalOf('proposal', ticket),
      responsible: proposal?.responsible ?? assignee?.name ?? '',
      ...(proposal === null ? {} : { measures: proposal.measures }),
    }),
  },
  inspect: {
    fields: [long('findings', '现场看到了什么', { placeholder: '例如：立管接头渗水，影响两户' }), photos('现场照片')],
    lead: '业主也会看到。',
    submit: '保存查看记录',
    done: '现场查看已记录',
  },
  agree: { fields: [], done: '已同意方案' },
  counter: { fields: [long('text', '您的想法')], done: '想法已告诉工作人员' },
  hold: {
    fields: [
      { control: 'choice', name: 'reason', label: '为什么等', choices: choicesOf(holdReasonLabels), form: 'rows' },
      ...partyFields(awaitsThirdParty),
      { control: 'dateTime', name: 'until', label: '等到什么时候', optional: true },
    ],
    lead: '等待期间时限暂停，到时间自动恢复。',
    submit: '确认挂起',
    done: '已挂起，时限已暂停',
    initial: partyBefore,
  },
  resume: { fields: [], done: '已恢复，时限继续计算' },
  complete: {
    fields: [
      { control: 'photos', name: 'photos', label: '处理后的照片', optional: true, before: true },
      short('noPhotoReason', '没有照片的原因', {
        placeholder: '拍了照片就不用填',
        optional: true,
        when: values => values[photosBefore] === true,
      }),
      long('summary', '做了什么', { phrases: ({ usual }) => usual?.phrases ?? completionTemplates }),
      ...judgement({ folded: values => values[unfolded] !== true && isJudged(values) }),
      { control: 'money', name: 'cost', label: '费用或赔付（元）', optional: true },
    ],
    lead: '提交后由其他同事验证，通过后请业主评价。',
    submit: '提交完成',
    done: '已提交，等待验证',
    initial: ({ photos: { before }, usual }) => ({
      [photosBefore]: before.some(({ kind }) => kind === 'image'),
      ...(usual && judgedAs(usual)),
    }),
  },
  verify: {
    fields: [
      long('text', '核实的情况', { optional: true, placeholder: '怎么核实的，例如：电话、现场、照片' }),
      // Sent only where somebody has opened it to correct it.
      ...judgement({ when: values => values[unfolded] === true }),
    ],
    initial: ({ completion }) =>
      completion ? { ...judgedAs(completion), 'cause.detail': completion.detail ?? undefined } : {},
    lead: '通过后马上请业主评价。',
    done: '验证通过，已请业主评价',
  },
  reject: {
    fields: [long('text', '哪里不合格', { templates: rejectTemplates })],
    lead: '工单退回处理人继续处理。',
    submit: '退回处理',
    done: '已退回处理人',
  },
  urge: { fields: [long('text', '想说的话', { optional: true })], done: '已提醒处理人' },
  supplement: { fields: [long('text', '补充的情况'), photos('照片')], done: '补充已保存' },
  withdraw: {
    fields: [short('reason', '撤回的原因', { optional: true })],
    lead: '撤回之后不再处理。',
    submit: '确认撤回',
    done: '已撤回',
    grave: true,
  },
  reopen: {
    fields: [long('reason', '为什么重新处理')],
    lead: '会重新派人处理，并开始新的时限。',
    done: '已重新处理',
  },
  dispute: {
    fields: [long('text', '业主不认可什么')],
    lead: '品质管理部会复查并答复业主，这期间工单不算办结。',
    done: '已转品质管理部裁定',
  },
  remedy: {
    fields: [
      { control: 'choice', name: 'kind', label: '怎么补救', choices: choicesOf(remedyLabels) },
      { control: 'money', name: 'sum', label: '补偿金额（元）', when: ({ kind }) => kind === 'compensation' },
      long('text', '给业主的话', { placeholder: '做什么、谁来做、什么时候' }),
    ],
    lead: '金额较大的补偿要客服部经理同意，同意之后业主才会看到。',
    submit: '记下补救措施',
    done: '补救措施已记录',
  },
  decideRemedy: {
    fields: [
      {
        control: 'choice',
        name: 'decision',
        label: '这笔补偿',
        choices: choicesOf(remedyDecisionLabels),
        form: 'rows',
      },
      long('text', '不同意的原因', { when: ({ decision }) => decision === 'refuse' }),
    ],
    submit: ({ decision }) => (decision === 'refuse' ? '不同意补偿' : '同意补偿'),
    done: ({ decision }) => (decision === 'refuse' ? '已退回，请责任人另想办法' : '已同意，业主会看到'),
  },
  decideDraft: {
    fields: [
      {
        control: 'choice',
        name: 'decision',
        label: '送审的内容',
        choices: choicesOf(remedyDecisionLabels),
        form: 'rows',
      },
      long('text', '不同意的原因', { when: ({ decision }) => decision === 'refuse' }),
    ],
    lead: '同意以后马上发给业主。',
    submit: ({ decision }) => (decision === 'refuse' ? '退回修改' : '同意并发出'),
    done: ({ decision }) => (decision === 'refuse' ? '已退回，请对方修改' : '已发给业主'),
  },
  endFollowing: {
    fields: [
      { control: 'choice', name: 'outcome', label: '结果', choices: choicesOf(followingOutcomeLabels), form: 'rows' },
      long('text', '告诉业主的话', { placeholder: '第三方做了什么，或者为什么不再跟进' }),
    ],
    lead: '业主会看到这段话，之后不再定期告诉进展。',
    submit: '结束跟进',
    done: '跟进已结束，业主会看到',
  },
  notePost: {
    fields: [
      {
        control: 'text',
        name: 'link',
        label: '链接',
        max: limits.link,
        placeholder: '同一链接再登记一次，就是新的读数',
      },
      {
        control: 'text',
        name: 'platform',
        label: '平台',
        max: limits.name,
        optional: true,
        placeholder: '例如：业主论坛、抖音',
      },
      figure('views', '浏览量'),
      figure('followers', '发帖人的粉丝'),
      figure('comments', '评论数'),
    ],
    lead: '同一件事的几个帖子登记在一起，只算一件。说的是别的事，请另外登记工单再关联。',
    submit: '保存',
    done: '已登记',
    initial: ({ posts }) => {
      const last = posts.at(-1)
      return last ? { link: last.link, platform: last.platform ?? undefined } : {}
    },
  },
  relate: {
    fields: [{ control: 'ticket', name: 'relatedTo', label: '和哪张工单有关' }],
    lead: '两张工单各自处理、各自统计，互相看得到编号。',
    submit: '关联起来',
    done: '已关联',
  },
  reportBack: {
    fields: [long('text', '向总部回报的内容', { placeholder: '怎么处理的，结果怎样，业主怎么说' })],
    lead: '只有员工看得到。',
    submit: '记为已回报',
    done: '已向总部回报',
  },
  decideDispute: {
    fields: [
      { control: 'choice', name: 'decision', label: '怎么定', choices: choicesOf(disputeDecisionLabels), form: 'rows' },
      long('text', '给业主的答复'),
    ],
    lead: '维持时按“有异议结案”单独统计，不算满意；业主会看到还可以找谁。',
    done: '已裁定并答复业主',
  },
  supervise: {
    fields: [long('text', '督办要求', { templates: superviseTemplates })],
    lead: '责任人须在规定时间内答复。',
    submit: '发出督办',
    done: '督办已发出',
  },
  answerSupervision: { fields: [long('text', '答复')], submit: '提交答复', done: '督办已答复' },
  merge: {
    fields: [{ control: 'ticket', name: 'into', label: '并入哪张工单' }],
    lead: '这张工单会结束，反映人跟着那一张收到进展。',
    submit: '确认并入',
    done: '已并入同一事件',
    grave: true,
  },
  undoMerge: {
    fields: [short('reason', '为什么撤销', { optional: true })],
    lead: '这张工单回到并入前的样子，时限接着算，反映人也跟着回来。',
    submit: '撤销并入',
    done: '并入已撤销',
  },
  split: {
    fields: [short('reason', '为什么拆分出来')],
    lead: '这张工单单独处理，时限接着算，反映人也跟着回来。',
    submit: '拆分出来',
    done: '已拆分出来，单独处理',
  },
  judgeSeverity: {
    fields: [
      { control: 'yesNo', name: 'confirmed', label: '规则判断的严重程度对不对', yes: '对，就这样定', no: '不对，不算' },
      short('reason', '为什么不算', { when: values => values['confirmed'] === false }),
    ],
    lead: '确认以后开始计算上报的时限，不算的话要写明原因，品质管理部看得到。',
    submit: '确定',
    done: values => (values['confirmed'] === true ? '已确认，上报时限开始计算' : '已记下原因'),
  },
  escalate: {
    fields: [long('reason', '上报的原因')],
    lead: '工单会交给上一级处理。',
    submit: '确认上报',
    done: '已上报',
  },
  assist: {
    fields: [
      { control: 'dispatch', name: 'assigneeId', departmentName: 'departmentId', label: '请谁协办' },
      short('task', '请对方做什么'),
    ],
    lead: '您仍是主办人；协办都完成后才能提交完成。',
    submit: '请他协办',
    done: '已请同事协办',
  },
  finishAssist: {
    fields: [{ control: 'assist', name: 'assist', label: '哪一项协办' }, long('text', '做了什么'), photos('照片')],
    submit: '提交',
    done: '已告诉主办人',
    initial: ({ assists }) => {
      const asked = askedOf(assists)
      return asked ? { assist: asked.assist } : {}
    },
  },
  cancelAssist: {
    fields: [{ control: 'assist', name: 'assist', label: '哪一项协办' }, short('reason', '取消的原因')],
    done: '协办已取消',
  },
  report: {
    fields: [
      { control: 'choice', name: 'stage', label: '哪一种报告', choices: choicesOf(reportStageLabels) },
      long('text', '经过', { placeholder: '什么时候、在哪里、发生了什么，已经做了什么' }),
      ...reportFields('first'),
      ...reportFields('special'),
    ],
    lead: '会报给客服部经理，由品质管理部审核。',
    submit: '提交报告',
    done: '报告已提交',
    initial: ticket => ({ stage: ticket.completion ? 'special' : 'first' }),
  },
  judgeReport: {
    fields: [
      { control: 'yesNo', name: 'approved', label: '报告写清楚了吗', yes: '通过', no: '退回补充' },
      long('text', '要补充什么', { when: values => values['approved'] === false }),
    ],
    lead: '退回的报告要重新提交，时限重新计算。',
    submit: '确定',
    done: values => (values['approved'] === true ? '报告已通过' : '已退回补充'),
  },
  exempt: {
    fields: [
      exemptionReason({ sensitive, unreachable }, values => values[someoneUnreachable] === true),
      exemptionReason({ sensitive }, values => values[someoneUnreachable] !== true),
      short('text', '具体情况'),
    ],
    lead: '免回访会单独统计。当场解决的在登记时记下，本人不愿接听的在回访结果里记下。',
    submit: '确认免回访',
    done: '已记录免回访',
    initial: ({ complainants }) => ({
      reason: 'sensitive',
      [someoneUnreachable]: complainants.some(
        ({ anonymous, hasAccount, phone }) => anonymous || (!hasAccount && phone === null),
      ),
    }),
  },
  recordCallback: {
    fields: [
      {
        control: 'complainant',
        name: 'complainant',
        label: '回访的是谁',
        when: values => values[severalAsked] === true,
      },
      { control: 'choice', name: 'method', label: '用什么方式', choices: choicesOf(callMethodLabels) },
      { control: 'choice', name: 'result', label: '联系结果', choices: choicesOf(callbackResultLabels) },
      {
        control: 'yesNo',
        name: 'answers.solved',
        label: '问题解决了吗？',
        yes: '解决了',
        no: '没有解决',
        when: answered,
      },
      { control: 'rating', name: 'answers.reception', label: '受理接待怎么样？', when: answered },
      { control: 'rating', name: 'answers.measures', label: '处理措施怎么样？', when: answered },
      { control: 'rating', name: 'answers.result', label: '处理结果怎么样？', when: answered },
      {
        control: 'several',
        name: 'answers.reasons',
        label: '哪里不满意',
        choices: choicesOf(surveyReasonLabels),
        optional: true,
        when: unhappy,
      },
      long('answers.text', '业主的原话', { optional: true, when: answered }),
      long('answers.suggestion', '业主的新建议', { optional: true, when: answered }),
      short('text', '通话记录', { optional: true, templates: callbackTemplates, when: values => !answered(values) }),
    ],
    submit: '保存回访',
    done: '回访已记录',
    initial: ticket => {
      const asked = stillAsked(ticket)
      return {
        method: 'phone',
        result: 'answered',
        complainant: asked[0]?.complainant,
        [severalAsked]: asked.length > 1,
      }
    },
  },
  archive: { fields: [], lead: '存入档案后不再更改。', done: '已归档', grave: true },
}

/** Word of the button of a form. */
export function submitWord(command: ActCommand, values: Values): string {
  const { submit } = actForms[command]
  return (typeof submit === 'function' ? submit(values) : submit) ?? commandLabels[command]
}

/** What is said when it is done. */
export function doneWord(command: ActCommand, values: Values): string {
  const { done } = actForms[command]
  return typeof done === 'function' ? done(values) : done
}
