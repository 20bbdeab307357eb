import type { Transaction } from 'kysely'
import { complainantIdsOf, filerIdOf } from '../../domain/ticket/complainants'
import type { Recorded } from '../../domain/ticket/events'
import type { Ticket } from '../../domain/ticket/state'
import { toJson } from '../engine/json'
import type { Database } from '../schema'

type Trx = Transaction<Database>

interface Decided {
  readonly before: { readonly ticket: Ticket } | null
  readonly after: Ticket
  readonly events: readonly Recorded[]
}

/** One row for everybody who is asked; somebody who had joined before keeps theirs. */
const ask = async (trx: Trx, ticket: Ticket, round: number, personIds: readonly string[], at: number) => {
  if (personIds.length === 0) return
  await trx
    .insertInto('survey')
    .values(
      personIds.map(person_id => ({
        center_id: ticket.centerId,
        ticket_id: ticket.id,
        round,
        person_id,
        opened_at: at,
        answered_at: null,
        ended_at: null,
        anonymous: false,
      })),
    )
    .onConflict(conflict => conflict.columns(['center_id', 'ticket_id', 'round', 'person_id']).doNothing())
    .execute()
}

/** The surveys that a decision opens, answers or ends. */
export async function writeSurvey(trx: Trx, { before, after, events }: Decided): Promise<void> {
  const survey = trx.updateTable('survey').where('center_id', '=', after.centerId).where('ticket_id', '=', after.id)
  for (const { event, at, actorId } of events) {
    if (event.type === 'callbackStarted') await ask(trx, after, event.round, complainantIdsOf(after), at)
    // D-IN-6: whoever joins while the others are being asked is asked too.
    if (event.type === 'joined' && after.state === 'callback')
      await ask(trx, after, after.round.round, complainantIdsOf(event), at)
    if (event.type === 'surveyAnswered' && event.by === 'complainant' && actorId !== null)
      // D-CB-5: the row of this person and round exists and is unanswered, or the transition was refused.
      await survey
        .set({ answered_at: at, answers: toJson(event.answers), anonymous: event.answers.anonymous })
        .where('round', '=', event.round)
        .where('person_id', '=', actorId)
        .execute()
  }
  if (before?.ticket.state === 'callback' && after.state !== 'callback')
    await survey
      .set({ ended_at: after.updatedAt })
      .where('round', '=', before.ticket.round.round)
      .where('ended_at', 'is', null)
      .execute()
}

/** D-CB-2d: "no callbacks, please" is a wish of the person, obeyed for every later ticket too. */
export async function keepWish(trx: Trx, { after, events }: Decided): Promise<void> {
  if (
    filerIdOf(after) !== null &&
    events.some(({ event }) => event.type === 'exempted' && event.reason === 'declinedCallbacks')
  )
    await trx.updateTable('person').set({ callback_declined: true }).where('id', '=', filerIdOf(after)).execute()
}
