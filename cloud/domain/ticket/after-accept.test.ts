import fc from 'fast-check'
import { people } from '../../../test/builders/people'
import { aContext, anAsker } from '../../../test/builders/ticket'
import { live, walks } from '../../../test/builders/walk'
import { allowedCommands } from '../access/permit'
import { allowedAfterAccept } from './after-accept'
import { decide } from './decide'

const around = { target: { id: 'ticket-2', number: 'T-0002', open: true } }

it('is what the buttons show once it has been accepted, in every state of every life (D-HD-10)', () => {
  let accepted = 0
  fc.assert(
    fc.property(walks(10), walk => {
      for (const { before, now } of live(walk).happened) {
        for (const actor of Object.values(people)) {
          const asker = anAsker(before, actor, now, around)
          const told = allowedAfterAccept(asker)
          if (!allowedCommands(asker).includes('accept')) expect(told).toEqual([])
          else {
            const decision = decide(before, { command: 'accept' }, aContext(actor, now, around))
            if (!decision.ok || decision.events.length !== 1) continue
            accepted += 1
            expect(told).toEqual(allowedCommands(anAsker(decision.ticket, actor, now, around)))
          }
        }
      }
    }),
    { numRuns: 50 },
  )
  expect(accepted).toBeGreaterThan(10)
})
