import { stateLabels, type State } from '../../../types/vocabulary'
import {
  actionWord,
  counterAction,
  hasActions,
  isCommand,
  mainAction,
  mainActionOfItem,
  menu,
  otherActions,
  plainActions,
} from './main-action'

const ticket = (state: State, allowedActions: Parameters<typeof mainAction>[0]['allowedActions']) => ({
  state,
  allowedActions,
  running: [],
  assisting: false,
})

describe('the main action', () => {
  it('follows the life of a ticket in the hands of its handler', () => {
    expect(mainAction(ticket('dispatched', ['note', 'return', 'accept']))).toBe('accept')
    expect(mainAction(ticket('inProgress', ['note', 'reply', 'complete']))).toBe('complete')
    expect(mainAction(ticket('onHold', ['reply', 'resume']))).toBe('resume')
  })

  it('follows the life of a ticket at the desk', () => {
    expect(mainAction(ticket('submitted', ['dispatch', 'triage', 'decline']))).toBe('triage')
    expect(mainAction(ticket('accepted', ['dispatch', 'reply']))).toBe('dispatch')
    expect(mainAction(ticket('completed', ['reject', 'verify']))).toBe('verify')
    expect(mainAction(ticket('callback', ['reply', 'recordCallback']))).toBe('recordCallback')
  })

  it('is never one that the server does not allow', () => {
    for (const state of Object.keys(stateLabels) as State[]) {
      expect(mainAction(ticket(state, []))).toBeNull()
      expect(['note', null]).toContain(mainAction(ticket(state, ['note'])))
    }
  })

  it('is the reply as long as somebody waits for the first one', () => {
    const waiting = { ...ticket('inProgress', ['complete', 'reply']), running: ['completion', 'firstReply'] as const }
    expect(mainAction(waiting)).toBe('reply')
    expect(mainAction({ ...waiting, running: ['completion'] })).toBe('complete')
  })

  it('resumes what is on hold before it replies', () => {
    expect(mainAction({ ...ticket('onHold', ['resume', 'reply']), running: ['firstReply'] })).toBe('resume')
  })

  it('accepts before it replies', () => {
    expect(mainAction({ ...ticket('dispatched', ['accept', 'reply']), running: ['firstReply'] })).toBe('accept')
  })

  it('answers a supervise order before anything else', () => {
    const supervised = { ...ticket('inProgress', ['complete', 'answerSupervision']), running: ['supervision'] as const }
    expect(mainAction(supervised)).toBe('answerSupervision')
  })

  it('finishes what one was asked to help with', () => {
    const asked = ticket('inProgress', ['finishAssist', 'note'])
    expect(mainAction({ ...asked, assisting: true })).toBe('finishAssist')
    // Whoever stands above may finish it as well; it is not the first thing they do.
    expect(mainAction(asked)).toBe('note')
  })

  it('changes a plan that was objected to before it does anything by it', () => {
    const objection = { text: '周六才有人在家', at: 0 }
    const news = { urges: 0, words: null, objection, rejected: null, reopened: null }
    const countered = { ...ticket('inProgress', ['complete', 'reply', 'propose']), news }
    expect([mainAction(countered), actionWord('propose', countered)]).toEqual(['propose', '修改方案'])
    const plain = { ...countered, news: { ...news, objection: null } }
    expect([mainAction(plain), actionWord('propose', plain)]).toEqual(['complete', '提出方案'])
  })

  it('reads the one clock a row knows', () => {
    const row = {
      state: 'inProgress',
      allowedActions: ['reply', 'complete'],
      nextDue: null,
      assisting: false,
      news: null,
    } as const
    const due = { kind: 'firstReply', startedAt: 0, dueAt: 1 } as const
    expect(mainActionOfItem({ ...row, allowedActions: [...row.allowedActions] })).toBe('complete')
    expect(mainActionOfItem({ ...row, allowedActions: [...row.allowedActions], nextDue: due })).toBe('reply')
  })
})

describe('a judgement', () => {
  it('has both answers in sight', () => {
    expect(counterAction('verify', ['verify', 'reject', 'note'])).toBe('reject')
    expect(counterAction('verify', ['verify'])).toBeNull()
    expect(counterAction('complete', ['complete', 'reject'])).toBeNull()
    expect(otherActions(['verify', 'reject', 'note'], 'verify', 'reject')).toEqual(['note'])
  })

  it('what is done at once can be reported beside the first reply', () => {
    expect(counterAction('reply', ['reply', 'complete'])).toBe('complete')
    expect(counterAction('reply', ['reply'])).toBeNull()
  })
})

describe('what waits to be judged', () => {
  it.each(['judgeSeverity', 'judgeReport'] as const)('%s comes first for whoever may', command => {
    const ticket = { state: 'inProgress', running: [], assisting: false } as const
    expect(mainAction({ ...ticket, allowedActions: ['reply', command] })).toBe(command)
    expect(mainAction({ ...ticket, allowedActions: ['reply'] })).toBe('reply')
  })
})

describe('the menu', () => {
  it('holds what is allowed besides the main action, the grave ones last', () => {
    expect(otherActions(['decline', 'note', 'accept', 'revealContact', 'reply'], 'accept')).toEqual([
      'reply',
      'note',
      'decline',
    ])
  })

  it('shows five things at most, and where there are more none of them grave', () => {
    const others = otherActions(['reply', 'inspect', 'propose', 'hold', 'note', 'return', 'transfer', 'decline'], null)
    expect(plainActions(others)).toEqual(['reply', 'inspect', 'propose', 'hold', 'note'])
    expect(plainActions(['note', 'decline'])).toEqual(['note', 'decline'])
  })

  it('has no button for what is not a command of a form', () => {
    expect(otherActions(['revealContact', 'fireDeadline', 'startCallback'])).toEqual([])
    expect(hasActions({ allowedActions: ['revealContact'] })).toBe(false)
  })

  it('knows its commands by name', () => {
    expect(Object.keys(menu).every(isCommand)).toBe(true)
    expect(['', 'file', 'toString', 'constructor'].some(isCommand)).toBe(false)
  })
})
