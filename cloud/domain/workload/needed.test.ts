import { aCommand, someAnswers } from '../../../test/builders/commands'
import { standardPolicy } from '../../../test/builders/policy'
import { aTicket } from '../../../test/builders/ticket'
import type { TicketCommand } from '../ticket/commands'
import { needsWorkloads } from './needed'

describe('what people carry is looked up for a command that may choose between them (D-HD-9)', () => {
  const { ticket, now } = aTicket('callback')
  const needed = (command: TicketCommand) => needsWorkloads(ticket, command, standardPolicy, now)

  it('handing on, up or back, whatever comes with it', () => {
    expect(needed(aCommand('return'))).toBe(true)
    expect(needed(aCommand('escalate'))).toBe(true)
    expect(needed(aCommand('reopen'))).toBe(true)
  })
  it('an answer only if somebody was not satisfied', () => {
    expect(needed({ command: 'answerSurvey', answers: someAnswers({ solved: false }) })).toBe(true)
    expect(needed({ command: 'answerSurvey', answers: someAnswers({ solved: true, result: 5 }) })).toBe(false)
  })
  it('not for a command that leaves the ticket where it is', () => {
    expect(needed(aCommand('note'))).toBe(false)
  })
})
