import type { Command } from '../../../types/vocabulary'
import { type Asker, allowedCommands } from '../access/permit'
import { evolve } from './evolve'

/**
 * What the reader may do once they have accepted a ticket, so that a phone without a network can go on to the next step
 * while the acceptance still waits there (D-HD-10); none where there is nothing for them to accept. `now`: epoch ms.
 */
export function allowedAfterAccept(asker: Asker): readonly Command[] {
  const { ticket, actor, now } = asker
  if (!allowedCommands(asker).includes('accept')) return []
  const seq = ticket.version + 1
  return allowedCommands({
    ...asker,
    ticket: evolve(ticket, { seq, at: now, actorId: actor.id, event: { type: 'accepted' } }),
  })
}
