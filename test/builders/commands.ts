import type { CommandOf, TicketCommand } from '../../cloud/domain/ticket/commands'
import type { SurveyAnswers } from '../../cloud/domain/ticket/events'
import { day, monday9 } from './clock'
import { aComplainant } from './filing'

/** As somebody gives them who answers everything. */
type FullAnswers = SurveyAnswers & { readonly reception: number; readonly measures: number }

export const someAnswers = (some: Partial<FullAnswers> = {}): FullAnswers => ({
  reception: 5,
  measures: 5,
  result: 5,
  solved: true,
  reasons: [],
  text: null,
  suggestion: null,
  anonymous: false,
  ...some,
})
export const dissatisfied: FullAnswers = someAnswers({ result: 1, solved: false, reasons: ['notFixed'] })

/** Content, by a single tap: nothing is rated one by one (D-CB-5). */
export const oneTap: SurveyAnswers = { ...someAnswers({ result: 4 }), reception: null, measures: null }

/** The same as somebody on the telephone gives them. */
const ratings = { reception: 5, measures: 5, result: 5, solved: true }

/** Who else may have caused it (D-SP-6). */
export const aThirdParty = { kind: 'utility', name: '供水公司', contact: '客服 96116' } as const

type Name = Exclude<TicketCommand['command'], 'file'>

/** Every command with the least it needs. */
const least: { readonly [N in Name]: CommandOf<N> } = {
  triage: { command: 'triage', category: 'leak', urgency: 'normal' },
  reclassify: { command: 'reclassify', category: 'leak', urgency: 'urgent', reason: '水势变大' },
  decline: { command: 'decline', reason: 'notOurs', text: '属于市政管网' },
  dispatch: { command: 'dispatch', departmentId: 'engineering' },
  accept: { command: 'accept' },
  return: { command: 'return', reason: '不是我的楼栋' },
  transfer: { command: 'transfer', assigneeId: 'engineer-2', reason: '他更熟悉' },
  reply: { command: 'reply', text: '今天下午上门' },
  note: { command: 'note', text: '业主下午在家' },
  propose: { command: 'propose', measures: '更换立管', responsible: '工程部', completeBy: monday9 + 40 * day },
  inspect: { command: 'inspect', findings: '立管接头渗水' },
  agree: { command: 'agree' },
  counter: { command: 'counter', text: '请先查楼上' },
  hold: { command: 'hold', reason: 'awaitingPart' },
  resume: { command: 'resume' },
  complete: {
    command: 'complete',
    summary: '已更换接头',
    cause: { factor: 'equipment' },
    verdict: 'substantiated',
    responsibleParty: 'own',
  },
  verify: { command: 'verify' },
  reject: { command: 'reject', text: '还在滴水' },
  urge: { command: 'urge' },
  supplement: { command: 'supplement', text: '现在滴到客厅了' },
  withdraw: { command: 'withdraw' },
  reopen: { command: 'reopen', reason: '又漏了' },
  dispute: { command: 'dispute', text: '是公共管道，应该由物业修' },
  remedy: { command: 'remedy', kind: 'compensation', text: '补偿泡坏的地板', sum: 800 },
  decideRemedy: { command: 'decideRemedy', decision: 'approve' },
  decideDraft: { command: 'decideDraft', decision: 'approve' },
  endFollowing: { command: 'endFollowing', outcome: 'solved', text: '供水公司已经修好' },
  notePost: { command: 'notePost', link: 'https://bbs.example.com/1', views: 120 },
  relate: { command: 'relate', relatedTo: 'ticket-2' },
  noteRelated: { command: 'noteRelated', id: 'ticket-2', number: 'T-0002' },
  reportBack: { command: 'reportBack', text: '已修好，业主认可' },
  decideDispute: { command: 'decideDispute', decision: 'uphold', text: '已复查，确属市政管网' },
  supervise: { command: 'supervise', text: '今天必须处理' },
  answerSupervision: { command: 'answerSupervision', text: '已安排两人上门' },
  merge: { command: 'merge', into: 'ticket-2' },
  escalate: { command: 'escalate', reason: '需要品质部协调' },
  assist: { command: 'assist', departmentId: 'security', task: '请协助封闭楼道' },
  finishAssist: { command: 'finishAssist', assist: 1, text: '已封闭' },
  cancelAssist: { command: 'cancelAssist', assist: 1, reason: '不需要了' },
  report: { command: 'report', stage: 'first', text: '情况、原因和困难' },
  handOver: { command: 'handOver', fromPersonId: null, departmentId: null, toPersonId: null, reason: '休假' },
  applyPolicy: { command: 'applyPolicy', version: 1, scope: 'all' },
  exempt: { command: 'exempt', reason: 'sensitive', text: '业主家中有事' },
  recordCallback: { command: 'recordCallback', result: 'answered', answers: ratings },
  answerSurvey: { command: 'answerSurvey', answers: someAnswers() },
  detailSurvey: {
    command: 'detailSurvey',
    details: { reception: 4, measures: 4, reasons: [], text: '来得很快', suggestion: null },
  },
  archive: { command: 'archive' },
  revealContact: { command: 'revealContact' },
  undoMerge: { command: 'undoMerge' },
  split: { command: 'split', reason: '是另一处漏水' },
  separate: { command: 'separate', from: 'ticket-3', fromNumber: 'T-0003', complainants: ['resident-2'] },
  join: {
    command: 'join',
    from: 'ticket-3',
    fromNumber: 'T-0003',
    urgency: 'normal',
    severity: 'ordinary',
    complainants: [aComplainant('resident-2')],
  },
  noteFinding: { command: 'noteFinding', finding: 'ownCallback', personId: 'clerk-1', personName: '小李' },
  complainAgain: { command: 'complainAgain', same: true, number: null, text: '又漏了', photos: [], joins: null },
  judgeSeverity: { command: 'judgeSeverity', confirmed: true },
  judgeReport: { command: 'judgeReport', approved: true },
  noteHotspot: { command: 'noteHotspot', tickets: [{ id: 'ticket-1', number: 'T-0001' }], people: 3 },
  fireDue: { command: 'fireDue' },
}

/** A command with the least it needs, and what the test cares about. */
export const aCommand = <N extends Name>(name: N, some: Partial<Omit<CommandOf<N>, 'command'>> = {}): CommandOf<N> => ({
  ...least[name],
  ...some,
})

export const commandNames = Object.keys(least) as readonly Name[]
