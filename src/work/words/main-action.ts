import type { ActCommand } from '../../../types/contract/commands'
import type { TicketItem, TicketNews } from '../../../types/contract/ticket-views'
import { commandLabels, type Command, type DeadlineKind, type State } from '../../../types/vocabulary'

/**
 * Which button is the main one, state by state. Only an order of presentation: whether a command may be given at all
 * is said by the server in `allowedActions`.
 */
const inFront: Record<State, readonly ActCommand[]> = {
  submitted: ['triage', 'dispatch', 'reply', 'note'],
  accepted: ['dispatch', 'reply', 'note'],
  dispatched: ['accept', 'dispatch', 'reply', 'note'],
  inProgress: ['complete', 'reply', 'note'],
  proposed: ['reply', 'note'],
  agreed: ['complete', 'reply', 'note'],
  onHold: ['resume', 'reply', 'note'],
  completed: ['verify', 'reply', 'note'],
  verified: ['reply', 'note'],
  callback: ['recordCallback', 'reply', 'note'],
  quietPeriod: ['reply', 'note'],
  disputed: ['decideDispute', 'reply', 'note'],
  closed: ['reportBack', 'reply', 'archive', 'note'],
  archived: [],
  withdrawn: [],
  declined: ['reply'],
  merged: [],
}

/** The actions in the 更多 menu, in this order, each with a line that says what happens. */
export const menu: Record<ActCommand, { hint: string; grave?: true }> = {
  answerSupervision: { hint: '答复管理人员的督办要求' },
  judgeSeverity: { hint: '系统认为可能是热点或重大，请您定' },
  judgeReport: { hint: '看报告写全了没有，通过或退回补充' },
  reply: { hint: '发给业主的话，可以带照片' },
  complete: { hint: '写明处理情况、照片和原因' },
  accept: { hint: '由我来处理' },
  triage: { hint: '确认类别和紧急程度' },
  dispatch: { hint: '交给部门或人员处理' },
  verify: { hint: '已核实处理结果，进入回访' },
  reject: { hint: '结果不合格，退回继续处理' },
  recordCallback: { hint: '记下电话或上门回访的结果' },
  inspect: { hint: '记下现场看到的情况，可以带照片' },
  propose: { hint: '措施、负责人和时间，请业主确认' },
  remedy: { hint: '业主不满意之后，重新检查、重做、致歉或补偿' },
  decideRemedy: { hint: '同意或不同意这笔补偿' },
  decideDraft: { hint: '同意以后才发给业主，不同意写明原因' },
  hold: { hint: '等待期间时限暂停' },
  resume: { hint: '时限继续计算' },
  note: { hint: '只有员工看得到' },
  return: { hint: '不该由我处理，退回并说明原因' },
  transfer: { hint: '换一位同事处理，时限不变' },
  escalate: { hint: '本级解决不了，请上级接手' },
  finishAssist: { hint: '我协办的部分做完了' },
  assist: { hint: '请别的部门一起处理，各有时限' },
  cancelAssist: { hint: '不再需要协办' },
  report: { hint: '热点、重大投诉的情况报告和专题报告' },
  supervise: { hint: '要求责任人限时答复' },
  reclassify: { hint: '更改类别或紧急程度，时限随之重算' },
  endFollowing: { hint: '第三方已经解决，或不再跟进' },
  notePost: { hint: '网上的链接、浏览量和评论数' },
  relate: { hint: '是另一件事，但互相有关' },
  reportBack: { hint: '总部转来的事，把结果报回去' },
  merge: { hint: '几张工单说的是同一件事' },
  undoMerge: { hint: '不是同一件事，恢复单独处理' },
  split: { hint: '后来发现不是同一件事，单独处理' },
  exempt: { hint: '有原因不回访，会计入统计' },
  reopen: { hint: '没有真正解决，重新派人处理', grave: true },
  dispute: { hint: '业主不认可处理结果，请品质管理部裁定' },
  decideDispute: { hint: '维持原来的处理，或重新处理' },
  archive: { hint: '手续齐全，存入档案' },
  agree: { hint: '同意提出的方案' },
  counter: { hint: '对方案有不同想法' },
  urge: { hint: '请尽快处理' },
  supplement: { hint: '再补充一些情况' },
  decline: { hint: '不在受理范围，向业主说明原因', grave: true },
  withdraw: { hint: '不再需要处理', grave: true },
}

const menuOrder = Object.keys(menu) as ActCommand[]

export interface Actionable {
  state: State
  allowedActions: readonly Command[]
  /** Kinds of the clocks that are running. */
  running: readonly DeadlineKind[]
  /** The reader only helps with it, and has not finished. */
  assisting: boolean
  /** What is new; what the device kept of before may not know. */
  news?: TicketNews
}

/** The one main action; null where nothing is left to do for this reader. */
export function mainAction({ state, allowedActions, running, assisting, news }: Actionable): ActCommand | null {
  const urgentFirst: ActCommand[] = []
  if (running.includes('supervision')) urgentFirst.push('answerSupervision')
  if (running.includes('approval')) urgentFirst.push('decideDraft', 'decideRemedy')
  // Whoever may judge is waited for (D-CL-3, D-SP-3).
  urgentFirst.push('judgeSeverity', 'judgeReport')
  if (assisting) urgentFirst.push('finishAssist')
  // A plan that was objected to is changed before anything is done by it.
  if (news?.objection) urgentFirst.push('propose')
  // Somebody waits for an answer: that comes before the work is reported as done.
  if (running.includes('firstReply') && (state === 'inProgress' || state === 'agreed')) urgentFirst.push('reply')
  return [...urgentFirst, ...inFront[state]].find(command => allowedActions.includes(command)) ?? null
}

const beside: Partial<Record<ActCommand, ActCommand>> = { verify: 'reject', reply: 'complete' }

/**
 * What stands in sight beside the main action: the other answer of a judgement, and beside the first reply the way to
 * report what was done at once.
 */
export function counterAction(main: ActCommand | null, allowedActions: readonly Command[]): ActCommand | null {
  const other = main === null ? undefined : beside[main]
  return other !== undefined && allowedActions.includes(other) ? other : null
}

/** The next step from a row of a list, which knows one running clock only. */
export const mainActionOfItem = (
  item: Pick<TicketItem, 'state' | 'allowedActions' | 'nextDue' | 'assisting' | 'news'>,
): ActCommand | null => mainAction({ ...item, running: item.nextDue === null ? [] : [item.nextDue.kind] })

/** The word of a button: to propose again after an objection is to change the plan. */
export const actionWord = (command: ActCommand, { news }: Pick<Actionable, 'news'>): string =>
  command === 'propose' && news?.objection ? '修改方案' : commandLabels[command]

/** Everything else that is allowed, in the order of the menu; those that cannot be taken back come last. */
export function otherActions(allowedActions: readonly Command[], ...inSight: (ActCommand | null)[]): ActCommand[] {
  return menuOrder.filter(command => !inSight.includes(command) && allowedActions.includes(command))
}

/** So many things are read at a glance; the rest stands behind 其他操作 (D-AC-1). */
const plainAtMost = 5

/** All where they are few; else what is done every day, in the order of the menu and never what cannot be taken back. */
export const plainActions = (others: readonly ActCommand[]): ActCommand[] =>
  others.length <= plainAtMost ? [...others] : others.filter(command => !menu[command].grave).slice(0, plainAtMost)

/** Whether there is anything at all this reader may do. */
export const hasActions = ({ allowedActions }: Pick<Actionable, 'allowedActions'>): boolean =>
  otherActions(allowedActions).length > 0

/** Whether a word from an address is a command of `ticket.act`. */
export const isCommand = (word: string): word is ActCommand => Object.keys(menu).includes(word)
