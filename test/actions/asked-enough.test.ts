import { defaultPolicy } from '../../cloud/domain/policy/model/default-policy'
import { day, monday9 } from '../builders/clock'
import { type World, someCompletion, unsatisfied } from '../builders/world'
import { describeWorld } from '../support/describe-world'

const limited = (mostPerHouseholdAMonth: number) => ({
  policy: { ...defaultPolicy, survey: { ...defaultPolicy.survey, mostPerHouseholdAMonth } },
})

/** A ticket of this person that waits to be verified. */
async function completed(world: World, person: string): Promise<string> {
  const ticketId = await world.file(person)
  await world.act('steward-1', ticketId, 'accept', {})
  await world.act('steward-1', ticketId, 'complete', someCompletion)
  return ticketId
}

describeWorld('how often a household is asked (D-CB-12)', tell => {
  tell(
    'after so many in a month nobody of it is asked, and that is counted by itself',
    async world => {
      const states = async (people: readonly string[]) => {
        const found = []
        for (const person of people) found.push((await world.ticket(await world.verified(person))).state)
        return found
      }
      // One of the household after the other; the lodger of the same room is a household of their own.
      expect(await states(['resident-1', 'family-1', 'resident-1', 'lodger-1'])).toEqual([
        'callback',
        'callback',
        'quietPeriod',
        'callback',
      ])
      const { all } = await world.ok('manager-1', 'report.satisfaction', {
        from: monday9 - day,
        to: monday9 + 30 * day,
        by: 'center',
      })
      expect(all).toMatchObject({ sent: 3, exempt: { askedEnough: 1 } })
      world.clock.advance(31 * day)
      expect(await states(['resident-1'])).toEqual(['callback'])
    },
    limited(2),
  )

  tell(
    'about a matter that came back everybody is asked again',
    async world => {
      const ticketId = await world.verified()
      await world.answer('resident-1', ticketId, unsatisfied)
      await world.finish(ticketId)
      expect((await world.ticket(ticketId)).state).toBe('callback')
    },
    limited(1),
  )

  tell(
    'matters of a household verified at the same instant: one is asked about',
    async world => {
      const tickets = []
      for (const person of ['resident-1', 'family-1', 'resident-1', 'family-1', 'resident-1', 'family-1'])
        tickets.push(await completed(world, person))
      await Promise.all(
        tickets.map((id, index) =>
          world.ok(index % 2 === 0 ? 'clerk-1' : 'clerk-2', 'ticket.act', world.request(id, 'verify', {})),
        ),
      )
      const states = await Promise.all(tickets.map(async id => (await world.ticket(id)).state))
      expect(states.filter(state => state === 'callback')).toHaveLength(1)
    },
    limited(1),
  )

  tell('nobody can say it by hand', async world => {
    const ticketId = await world.verified()
    const by = { reason: 'askedEnough', text: '问过了' } as unknown as { reason: 'sensitive'; text: string }
    expect(await world.refuses('clerk-1', ticketId, 'exempt', by)).toBe('invalidRequest')
  })
})
