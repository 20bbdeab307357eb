import { minute } from '../builders/clock'
import { personNames } from '../builders/estate'
import { someCompletion } from '../builders/world'
import { describeWorld } from '../support/describe-world'

const trapped = { kind: 'request', category: 'lift', text: '电梯停在三楼，有人被困' } as const
const hour = 60 * minute

describeWorld('somebody in danger', tell => {
  tell('is told by the receipt, the list and the ticket who has it and by when they take it on', async world => {
    // A Monday evening: the office has closed.
    world.clock.advance(10 * hour)
    const ticketId = await world.file('resident-1', trapped)
    const at = world.clock.now()
    const [item] = (await world.ok('resident-1', 'ticket.list', { scope: 'mine' })).items
    const seen = await world.get('resident-1', ticketId)
    expect(seen.emergency).toMatchObject({ acceptBy: at + 10 * minute })
    expect(seen.emergency?.handlerName).toBe(seen.assignee?.name)
    expect(item?.emergency).toEqual(seen.emergency)
    // D-SLA-3: round the clock, and not by tomorrow's end of office.
    expect(seen.promisedReplyBy).toBe(at + 30 * minute)
  })

  tell('reads that it has been taken on, and of no emergency any more once it is done', async world => {
    const ticketId = await world.file('resident-1', trapped)
    const standing = async () => (await world.get('resident-1', ticketId)).emergency
    const holder = (await world.ticket(ticketId)).assignment?.personId
    const handler = personNames.find(person => world.ids(person) === holder) ?? 'nobody'
    await world.act(handler, ticketId, 'accept', {})
    expect(await standing()).toMatchObject({ acceptBy: null })
    await world.act(handler, ticketId, 'complete', someCompletion)
    expect(await standing()).toBeNull()
    expect((await world.get('resident-1', await world.file('resident-1'))).emergency).toBeNull()
  })

  tell('finds the numbers without signing in, with the hours of a week', async world => {
    const { centers } = await world.ok(null, 'account.contacts', {})
    const own = (await world.ok('resident-1', 'account.me', {})).center
    expect(centers).toContainEqual(own)
    expect(own).toMatchObject({ hotline: '0571-1', nightPhone: '0571-2' })
    const spans = own?.officeHours ?? []
    expect(spans.length).toBeGreaterThanOrEqual(5)
    expect(spans.every(({ from, to }, index) => from < to && from >= (spans[index - 1]?.to ?? 0))).toBe(true)
  })
})
