import { aCommand, aThirdParty } from '../../../test/builders/commands'
import { people } from '../../../test/builders/people'
import { aTicket } from '../../../test/builders/ticket'
import { clockActor } from '../access/actor'
import { specialListsOf } from './lists'

const { steward, clerk, manager } = people

describe('on which lists a ticket stands', () => {
  it('an ordinary one on none', () => {
    expect(specialListsOf(aTicket('inProgress').ticket)).toEqual([])
  })

  it('what may be hot until somebody says it is not, and then no longer', () => {
    const proposed = aTicket('inProgress').do(clockActor, aCommand('noteHotspot'))
    expect(specialListsOf(proposed.ticket)).toEqual(['hot'])
    const no = proposed.do(manager, aCommand('judgeSeverity', { confirmed: false, reason: '不是一件事' }))
    expect(specialListsOf(no.ticket)).toEqual([])
    expect(specialListsOf(proposed.do(manager, aCommand('judgeSeverity')).ticket)).toEqual(['hot'])
  })

  it('what waits to be approved for so long as it waits', () => {
    const written = aTicket('inProgress').do(steward, aCommand('notePost')).do(steward, aCommand('reply'))
    expect(specialListsOf(written.ticket)).toEqual(['approval', 'online'])
    expect(specialListsOf(written.do(manager, aCommand('decideDraft')).ticket)).toEqual(['online'])
  })

  it('what is somebody else’s, and the developer’s by name or by the final cause', () => {
    const declined = (kind: 'utility' | 'developer') =>
      aTicket('dispatched').do(
        clerk,
        aCommand('decline', { reason: 'thirdParty', thirdParty: { ...aThirdParty, kind } }),
      )
    expect(specialListsOf(declined('utility').ticket)).toEqual(['thirdParty'])
    expect(specialListsOf(declined('developer').ticket)).toEqual(['thirdParty', 'developer'])
    const mended = aTicket('inProgress').do(steward, aCommand('complete', { responsibleParty: 'developer' }))
    expect(specialListsOf(mended.ticket)).toEqual(['developer'])
  })

  it('what head office passed on', () => {
    expect(specialListsOf(aTicket('dispatched', { fromHeadOffice: true }).ticket)).toEqual(['headOffice'])
  })
})
