import type { Command, State } from '../../../types/vocabulary'
import type { Capacity } from '../access/capacities'

/** What a command needs beyond the state and the capacity; each is checked by name in `needs.ts`. */
export type NeedName =
  /** D-CB-6, D-SLA-8: whoever did the work does not judge it. */
  | 'notTheHandler'
  /** D-RT-4: after too many transfers only the service manager decides. */
  | 'transfersLeft'
  /** A closed ticket can be reopened by its complainant only for so long. */
  | 'withinReopenWindow'
  /** There is a supervise order that waits for its answer. */
  | 'supervisionOpen'
  /** D-CB-5: one answer per person and round. */
  | 'notYetAnswered'
  /** D-RT-5: the lead says it is done once everybody who assists has said so. */
  | 'assistsDone'
  /** The last proposal waits for an answer, also while the ticket is on hold for just that. */
  | 'proposalOpen'

export interface Transition {
  readonly command: Command
  readonly from: readonly State[] | 'none'
  /** `same`: the state stays. Several: which one follows from what the command finds. */
  readonly to: readonly State[] | 'same'
  readonly who: readonly Capacity[]
  /** Fields without which the contract refuses the command. */
  readonly fields: readonly string[]
  readonly needs: readonly NeedName[]
}

const t = (
  command: Command,
  from: Transition['from'],
  to: Transition['to'],
  who: readonly Capacity[],
  fields: readonly string[] = [],
  needs: readonly NeedName[] = [],
): Transition => ({ command, from, to, who, fields, needs })

const desk: readonly Capacity[] = ['clerk', 'departmentHead', 'serviceManager', 'quality']
const managers: readonly Capacity[] = ['departmentHead', 'serviceManager', 'quality']
const workers: readonly Capacity[] = ['assignee', 'serviceManager', 'quality']
const anyStaff: readonly Capacity[] = ['assignee', 'steward', 'handler', 'assistant', ...desk]

const beforeCompletion: readonly State[] = ['submitted', 'accepted', 'dispatched', 'inProgress', 'proposed', 'agreed']
const unfinished: readonly State[] = [...beforeCompletion, 'onHold']
const owed: readonly State[] = [...unfinished, 'completed', 'verified', 'callback', 'quietPeriod']
const dispatchable: readonly State[] = ['submitted', 'accepted', 'dispatched', 'inProgress', 'agreed']

/**
 * D-HD-1, the whole life of a ticket: every command, from which states, to which, by whom, with what.
 * `decide` obeys it, the buttons on the screens are drawn from it, and `check-transitions.ts` proves it sound.
 */
export const transitions: readonly Transition[] = [
  t('file', 'none', ['submitted', 'dispatched'], ['filer', 'complainant', ...anyStaff]),
  t('triage', ['submitted'], ['accepted'], desk, ['category', 'urgency']),
  t('reclassify', owed, 'same', desk, ['category', 'urgency', 'reason']), // D-CL-6
  t('decline', ['submitted', 'accepted', 'dispatched', 'inProgress'], ['declined'], desk, ['reason', 'text']), // D-IN-10
  t('dispatch', dispatchable, ['dispatched'], desk),
  t('accept', ['dispatched'], ['inProgress'], ['assignee']), // D-RT-3
  t('return', ['dispatched', 'inProgress'], ['dispatched'], ['assignee'], ['reason']), // D-RT-3
  t(
    'transfer',
    ['dispatched', 'inProgress', 'agreed'],
    ['dispatched'],
    ['assignee', ...managers],
    ['assigneeId', 'reason'],
    ['transfersLeft'],
  ),
  t('reply', owed, 'same', ['assignee', ...desk], ['text']), // D-HD-5
  t('note', [...owed, 'closed'], 'same', anyStaff, ['text']),
  t('propose', ['inProgress', 'proposed', 'agreed'], ['proposed'], workers, ['measures', 'responsible', 'completeBy']), // D-HD-2
  t('agree', ['proposed', 'onHold'], ['agreed'], ['complainant'], [], ['proposalOpen']),
  t('counter', ['proposed', 'onHold'], ['inProgress'], ['complainant'], ['text'], ['proposalOpen']),
  t('hold', beforeCompletion, ['onHold'], ['assignee', ...desk], ['reason']), // D-SLA-16
  t('resume', ['onHold'], beforeCompletion, ['assignee', ...desk, 'system']),
  t(
    'complete',
    ['inProgress', 'agreed'],
    ['completed'],
    ['assignee'],
    ['summary', 'cause', 'verdict', 'responsibleParty'],
    ['assistsDone'],
  ), // D-HD-3
  t('verify', ['completed'], ['verified'], desk, [], ['notTheHandler']),
  t('startCallback', ['verified'], ['callback'], ['system']), // D-CB-1, at once with the verification
  t('startQuietPeriod', ['verified', 'callback'], ['quietPeriod'], ['system']), // D-CB-2
  t('reject', ['completed'], ['inProgress'], desk, ['text'], ['notTheHandler']),
  t('urge', unfinished, 'same', ['complainant']),
  t('supplement', owed, 'same', ['complainant'], ['text']),
  t('withdraw', [...unfinished, 'completed'], ['withdrawn'], ['filer']), // D-HD-1: not by a neighbour who joined
  t(
    'answerSurvey',
    ['callback'],
    ['callback', 'closed', 'dispatched', 'accepted'],
    ['complainant'],
    ['reception', 'measures', 'result', 'solved'],
    ['notYetAnswered', 'notTheHandler'],
  ), // D-CB-3, 5
  t(
    'recordCallback',
    ['callback'],
    ['callback', 'closed', 'dispatched', 'accepted'],
    desk,
    ['result'],
    ['notTheHandler'],
  ), // D-CB-1, 4
  t('exempt', ['completed', 'callback'], ['completed', 'quietPeriod'], desk, ['reason', 'text'], ['notTheHandler']), // D-CB-2c, 6
  t('endQuietPeriod', ['quietPeriod'], ['closed'], ['system']), // D-SLA-10
  t(
    'reopen',
    ['quietPeriod', 'closed', 'callback'],
    ['dispatched', 'accepted'],
    ['complainant', 'clerk', 'serviceManager', 'quality'],
    ['reason'],
    ['withinReopenWindow'],
  ),
  t('supervise', owed, 'same', ['serviceManager', 'quality'], ['text']), // D-SLA-14
  t('answerSupervision', owed, 'same', ['assignee', 'departmentHead'], ['text'], ['supervisionOpen']),
  t('merge', unfinished, ['merged'], ['clerk', 'serviceManager', 'quality'], ['into']),
  t('escalate', [...dispatchable, 'proposed'], ['dispatched'], ['assignee', ...desk], ['reason']), // D-HD-4
  t('assist', [...dispatchable, 'proposed', 'onHold'], 'same', ['assignee', ...desk], ['task']), // D-RT-5
  t('finishAssist', unfinished, 'same', ['assisting', ...managers], ['assist', 'text']),
  t('cancelAssist', unfinished, 'same', ['assignee', ...desk], ['assist', 'reason']),
  t('report', [...owed, 'closed'], 'same', ['assignee', ...desk], ['stage', 'text']), // D-SLA-12, 13, D-SP-3
  t('archive', ['closed'], ['archived'], ['clerk', 'assistant', 'serviceManager', 'quality']), // D-AR-1
  t('revealContact', owed, 'same', ['assignee', ...desk]),
  t('fireDeadline', owed, 'same', ['system']), // D-SLA-15, 18
]
