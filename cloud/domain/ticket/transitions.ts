import { rights } from '../../../types/rights'
import type { Command, State } from '../../../types/vocabulary'
import type { Capacity } from '../access/capacities'

/** What a command needs beyond the state and the capacity; each is checked by name in `needs.ts`. */
export type NeedName =
  /** D-CB-6, D-SLA-8: whoever did the work does not judge it. */
  | 'notTheHandler'
  /** D-CB-6: nor does whoever wrote the complaint down. */
  | 'notTheRecorder'
  /** D-CB-6: somebody has still to be heard whose words the caller did not write down. */
  | 'someoneToCall'
  /** D-RT-4: after too many transfers only the service manager decides. */
  | 'transfersLeft'
  /** A closed ticket can be reopened by its complainant only for so long. */
  | 'withinReopenWindow'
  /** There is a supervise order that waits for its answer. */
  | 'supervisionOpen'
  /** D-CB-5: one answer per person and round. */
  | 'notYetAnswered'
  /** D-HD-8: the caller still complains, or speaks for somebody who does. */
  | 'notYetWithdrawn'
  /** D-HD-8: a merge can be undone for so long. */
  | 'mergeUndoable'
  /** … and after that it is split off again for a reason. */
  | 'mergeSettled'
  /** D-CB-5: the caller has answered with one tap, not long ago, and added nothing yet. */
  | 'detailsToAdd'
  /** D-CB-1: the survey is for whom this round asks (D-HD-8); who has no account is asked by phone. */
  | 'askedToRate'
  /** D-RT-5: the lead says it is done once everybody who assists has said so. */
  | 'assistsDone'
  /** An assist is neither done nor cancelled … */
  | 'assistOpen'
  /** … and one of these is the caller's to finish. */
  | 'assistToFinish'
  /** Somebody can be given the ticket, apart from whoever has it … */
  | 'anotherToTake'
  /** … or be asked to help, apart from whoever helps already … */
  | 'anotherToHelp'
  /** … or comes next by the rules when it is handed back (D-RT-3) … */
  | 'nextInLine'
  /** … or stands above whoever has it (D-HD-4). */
  | 'someoneAbove'
  /** D-IN-3, D-PO-4: the caller may know who complained, and a number was left. */
  | 'contactToReveal'
  /** D-CB-11: there is an outcome that quality has not decided on yet. */
  | 'outcomeToReject'
  /** D-CB-11: quality has not decided on it for good; whoever manages may take it up all the same. */
  | 'notDecided'
  /** The caller complains, speaks for somebody who does, or names whoever has rung up (D-IN-1). */
  | 'forSomebody'
  /** D-HD-7: somebody was not content with the work, and no sum waits for being approved. */
  | 'remedyOwed'
  /** D-HD-7: a sum waits for being approved … */
  | 'approvalOpen'
  /** … and work is not reported as done before that. */
  | 'nothingToApprove'
  /** A report waits to be approved (D-SP-3). */
  | 'reportToJudge'
  /** The rules have proposed a severity, and nobody has judged it (D-CL-3). */
  | 'severityToJudge'
  /** D-IN-10, D-HD-6: there is somebody to read it, and whoever has to approve it can be asked. */
  | 'replyPossible'
  /** D-HD-2: whoever has to approve a proposal can be asked. */
  | 'proposalPossible'
  /** A reply or a proposal waits, and the caller may approve it. */
  | 'draftToDecide'
  /** D-HD-6: what is said for good to many is said by whoever may approve it. */
  | 'ownWord'
  /** D-SP-6: a third party is named and still followed. */
  | 'thirdPartyFollowed'
  /** D-HD-4: head office is still to be told … */
  | 'reportBackOwed'
  /** … and no report is owed: nothing can be written any more once it is archived (D-AR-1, D-SP-3). */
  | 'nothingToTell'
  /** The last proposal waits for an answer, also while the ticket is on hold for just that. */
  | 'proposalOpen'

export interface Transition {
  readonly command: Command
  readonly from: readonly State[] | 'none'
  /** `same`: the state stays. `before`: back to the one it was in. Several: which one follows from what the command finds. */
  readonly to: readonly State[] | 'same' | 'before'
  readonly who: readonly Capacity[]
  readonly needs: readonly NeedName[]
}

const t = (
  command: Command,
  from: Transition['from'],
  to: Transition['to'],
  who: readonly Capacity[],
  needs: readonly NeedName[] = [],
): Transition => ({ command, from, to, who, needs })

const desk: readonly Capacity[] = ['clerk', 'departmentHead', 'serviceManager', 'quality']
const managers: readonly Capacity[] = ['departmentHead', 'serviceManager', 'quality']
const workers: readonly Capacity[] = ['assignee', 'serviceManager', 'quality']
const anyStaff: readonly Capacity[] = ['assignee', 'steward', 'handler', 'assistant', ...desk]

const beforeCompletion: readonly State[] = ['submitted', 'accepted', 'dispatched', 'inProgress', 'proposed', 'agreed']
const unfinished: readonly State[] = [...beforeCompletion, 'onHold']
const owed: readonly State[] = [...unfinished, 'completed', 'verified', 'callback', 'quietPeriod', 'disputed']
const dispatchable: readonly State[] = ['submitted', 'accepted', 'dispatched', 'inProgress', 'agreed']

/**
 * D-HD-1, the whole life of a ticket: every command, from which states, to which, by whom, with what.
 * `decide` obeys it, the buttons on the screens are drawn from it, and `check-transitions.ts` proves it sound.
 */
export const transitions: readonly Transition[] = [
  t('file', 'none', ['submitted', 'dispatched', 'quietPeriod'], ['filer', 'complainant', ...anyStaff]),
  t('triage', ['submitted'], ['accepted'], desk),
  t('reclassify', owed, 'same', desk), // D-CL-6
  t('decline', ['submitted', 'accepted', 'dispatched', 'inProgress'], ['declined'], desk, ['ownWord']), // D-IN-10
  t('dispatch', dispatchable, ['dispatched'], desk),
  t('accept', ['dispatched'], ['inProgress'], ['assignee']), // D-RT-3
  t('return', ['dispatched', 'inProgress'], ['dispatched'], ['assignee'], ['nextInLine']), // D-RT-3
  t(
    'transfer',
    ['dispatched', 'inProgress', 'agreed'],
    ['dispatched'],
    ['assignee', ...managers],
    ['transfersLeft', 'anotherToTake'],
  ),
  t('reply', [...owed, 'declined', 'closed'], 'same', ['assignee', ...desk], ['replyPossible']), // D-HD-5, D-HD-6, D-SP-6
  t('note', [...owed, 'closed'], 'same', anyStaff),
  // D-HD-2. To the complainant; stays where it is while it waits to be approved.
  t('propose', ['inProgress', 'proposed', 'agreed'], ['proposed'], workers, ['proposalPossible']),
  t('inspect', ['dispatched', 'inProgress', 'proposed', 'agreed', 'onHold'], 'same', ['assignee', ...managers]), // D-HD-2
  t('agree', ['proposed', 'onHold'], ['agreed'], ['complainant'], ['proposalOpen']),
  t('counter', ['proposed', 'onHold'], ['inProgress'], ['complainant'], ['proposalOpen']),
  t('hold', beforeCompletion, ['onHold'], ['assignee', ...desk]), // D-SLA-16
  t('resume', ['onHold'], beforeCompletion, ['assignee', ...desk, 'system']),
  t('complete', ['inProgress', 'agreed'], ['completed'], ['assignee'], ['assistsDone', 'nothingToApprove']), // D-HD-3
  t('verify', ['completed'], ['verified'], desk, ['notTheHandler']),
  t('startCallback', ['verified', 'quietPeriod'], ['callback'], ['system']), // D-CB-1, at once with the verification
  t('startQuietPeriod', ['verified', 'callback'], ['quietPeriod'], ['system']), // D-CB-2
  t('reject', ['completed'], ['inProgress'], desk, ['notTheHandler']),
  t('urge', unfinished, 'same', ['complainant', 'family', ...anyStaff], ['forSomebody']),
  t('supplement', owed, 'same', ['complainant', 'family']), // D-AC-2
  // D-HD-8: each for themselves; the matter stays as it is while others complain, and ends with the last.
  t('withdraw', [...unfinished, 'completed'], ['withdrawn'], ['complainant', 'withdrawn'], ['notYetWithdrawn']),
  t(
    'answerSurvey',
    ['callback'],
    ['callback', 'closed', 'dispatched', 'accepted'],
    ['complainant', 'family'],
    ['askedToRate', 'notYetAnswered', 'notTheHandler'],
  ), // D-CB-3, 5
  t('detailSurvey', [...owed, 'closed'], 'same', ['complainant', 'family'], ['detailsToAdd']), // D-CB-5
  t('recordCallback', ['callback'], ['callback', 'closed', 'dispatched', 'accepted'], desk, [
    'notTheHandler',
    'someoneToCall',
  ]), // D-CB-1, 4
  t('exempt', ['completed', 'callback'], ['completed', 'quietPeriod'], desk, ['notTheHandler', 'notTheRecorder']), // D-CB-2c, 6
  t('endQuietPeriod', ['quietPeriod'], ['closed'], ['system']), // D-SLA-10
  t(
    'reopen',
    ['quietPeriod', 'closed', 'callback'],
    ['dispatched', 'accepted'],
    ['complainant', 'clerk', 'serviceManager', 'quality'],
    ['withinReopenWindow', 'notDecided'],
  ),
  // D-CB-11: open until quality has decided; a manager where the company has nobody there.
  t(
    'dispute',
    ['declined', 'closed', 'callback'],
    ['disputed'],
    ['complainant'],
    ['withinReopenWindow', 'outcomeToReject'],
  ),
  t('decideDispute', ['disputed'], ['closed', 'dispatched', 'accepted'], ['quality', 'assignee']),
  t('remedy', ['inProgress', 'proposed', 'agreed'], 'same', workers, ['remedyOwed']), // D-HD-7
  t('decideRemedy', unfinished, 'same', ['serviceManager', 'quality'], ['approvalOpen']),
  // D-HD-2, D-HD-6. To the complainant with an approved proposal; else it stays where it is.
  t('decideDraft', [...owed, 'declined', 'closed'], ['proposed'], managers, ['draftToDecide']),
  // D-SP-6; a hold that waited for the third party is resumed with it.
  t(
    'endFollowing',
    [...unfinished, 'disputed', 'declined', 'closed'],
    'same',
    ['assignee', ...desk],
    ['thirdPartyFollowed'],
  ),
  t('notePost', [...owed, 'closed', 'declined'], 'same', ['assignee', 'assistant', ...desk]), // D-SP-5
  t('relate', [...owed, 'closed', 'declined'], 'same', ['clerk', 'assistant', 'serviceManager', 'quality']), // D-SP-5
  t('reportBack', [...owed, 'closed'], 'same', ['assignee', ...desk], ['reportBackOwed']), // D-HD-4
  t('supervise', owed, 'same', rights.supervise), // D-SLA-14
  t('answerSupervision', owed, 'same', ['assignee', 'departmentHead'], ['supervisionOpen']),
  t('merge', unfinished, ['merged'], ['clerk', 'serviceManager', 'quality']),
  // D-HD-8: whoever told it knows best whether it is the same.
  t('undoMerge', ['merged'], 'before', ['filer', 'clerk', 'serviceManager', 'quality'], ['mergeUndoable']),
  t('split', ['merged'], 'before', ['clerk', 'serviceManager', 'quality'], ['mergeSettled']),
  t('escalate', [...dispatchable, 'proposed'], ['dispatched'], ['assignee', ...desk], ['someoneAbove']), // D-HD-4
  t('assist', [...dispatchable, 'proposed', 'onHold'], 'same', ['assignee', ...desk], ['anotherToHelp']), // D-RT-5
  t('finishAssist', unfinished, 'same', ['assisting', ...managers], ['assistToFinish']),
  t('cancelAssist', unfinished, 'same', ['assignee', ...desk], ['assistOpen']),
  t('report', [...owed, 'closed'], 'same', ['assignee', ...desk]), // D-SLA-12, 13, D-SP-3
  t('judgeReport', [...owed, 'closed'], 'same', ['quality'], ['reportToJudge']), // D-SP-3
  t('judgeSeverity', [...owed, 'closed'], 'same', ['serviceManager', 'quality'], ['severityToJudge']), // D-CL-3
  t('archive', ['closed'], ['archived'], ['clerk', 'assistant', 'serviceManager', 'quality'], ['nothingToTell']), // D-AR-1
  t('revealContact', owed, 'same', ['assignee', ...desk], ['contactToReveal']),
  t('fireDeadline', owed, 'same', ['system']), // D-SLA-15, 18
]
