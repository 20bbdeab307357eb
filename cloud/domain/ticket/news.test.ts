import { aCommand } from '../../../test/builders/commands'
import { people } from '../../../test/builders/people'
import { aTicket } from '../../../test/builders/ticket'
import { newsOf } from './news'

const { steward, clerk, resident, manager } = people

describe('what is new on a ticket', () => {
  it('is nothing at first, and when staff alone have spoken', () => {
    const story = aTicket('inProgress')
    expect(newsOf(story.ticket)).toBeNull()
    expect(newsOf(story.do(steward, aCommand('reply')).do(steward, aCommand('note')).ticket)).toBeNull()
  })

  it('counts urges and keeps the newest words until somebody speaks to the complainant', () => {
    const urged = aTicket('inProgress')
      .do(resident, aCommand('supplement', { text: '阳台也湿了' }))
      .do(resident, aCommand('urge', { text: '还在漏' }))
      .do(resident, aCommand('urge', { text: ' ' }))
    expect(newsOf(urged.ticket)).toMatchObject({ urges: 2, words: { text: '还在漏', at: urged.now - 60_000 } })
    // Neither a note among staff nor a look at the number answers anybody.
    const noted = urged.do(steward, aCommand('note')).do(steward, aCommand('revealContact'))
    expect(newsOf(noted.ticket)).toMatchObject({ urges: 2 })
    for (const command of ['reply', 'inspect', 'propose', 'complete'] as const)
      expect([command, newsOf(urged.do(steward, aCommand(command)).ticket)]).toEqual([command, null])
  })

  it('keeps an objection until there is another proposal, whatever is said meanwhile', () => {
    const countered = aTicket('proposed').do(resident, aCommand('counter', { text: '周六才有人在家' }))
    expect(newsOf(countered.ticket)).toMatchObject({ objection: { text: '周六才有人在家' } })
    const replied = countered.do(steward, aCommand('reply'))
    expect(newsOf(replied.ticket)).toMatchObject({ objection: { text: '周六才有人在家' } })
    expect(newsOf(replied.do(steward, aCommand('propose')).ticket)).toBeNull()
  })

  it('says why the work did not pass, until it is done anew', () => {
    const rejected = aTicket('completed').do(clerk, aCommand('reject', { text: '接头还在滴水' }))
    expect(newsOf(rejected.ticket)).toMatchObject({ rejected: { text: '接头还在滴水' } })
    expect(newsOf(rejected.do(steward, aCommand('complete')).ticket)).toBeNull()
  })

  it('says why a round began for as long as the round lasts, and drops what was new in the one before', () => {
    const again = aTicket('closed').do(resident, aCommand('reopen', { reason: '修好两天又漏了' }))
    expect(newsOf(again.ticket)).toEqual({
      urges: 0,
      words: null,
      objection: null,
      rejected: null,
      reopened: { text: '修好两天又漏了', at: again.now },
    })
    const done = again.do(steward, aCommand('accept')).do(steward, aCommand('complete'))
    expect(newsOf(done.ticket)).toMatchObject({ reopened: { text: '修好两天又漏了' } })
  })

  it('is nobody’s business once nothing is owed any more', () => {
    const urged = aTicket('inProgress').do(resident, aCommand('urge'))
    expect(newsOf(urged.do(manager, aCommand('decline')).ticket)).toBeNull()
  })
})
