import type { Transaction } from 'kysely'
import type { SurveyChanges } from '../../domain/effects/surveys'
import type { Ticket } from '../../domain/ticket/state'
import { toJson } from '../engine/json'
import type { Database } from '../schema'

type Trx = Transaction<Database>

/** The surveys that a decision opens, answers or ends. */
export async function writeSurveys(
  trx: Trx,
  ticket: Ticket,
  { opened, answered, detailed, ended }: SurveyChanges,
): Promise<void> {
  if (opened.length > 0)
    await trx
      .insertInto('survey')
      .values(
        opened.map(({ round, personId, at }) => ({
          center_id: ticket.centerId,
          ticket_id: ticket.id,
          round,
          person_id: personId,
          opened_at: at,
          answered_at: null,
          ended_at: null,
          anonymous: false,
        })),
      )
      // Whoever had been asked, left and came back keeps their row.
      .onConflict(conflict =>
        conflict.columns(['center_id', 'ticket_id', 'round', 'person_id']).doUpdateSet({ ended_at: null }),
      )
      .execute()
  const survey = trx.updateTable('survey').where('center_id', '=', ticket.centerId).where('ticket_id', '=', ticket.id)
  for (const { round, personId, at, answers } of answered)
    // D-CB-5: the row of this person and round exists and is unanswered, or the transition was refused.
    await survey
      .set({ answered_at: at, answers: toJson(answers), anonymous: answers.anonymous })
      .where('round', '=', round)
      .where('person_id', '=', personId)
      .execute()
  for (const { round, personId, answers } of detailed)
    await survey
      .set({ answers: toJson(answers) })
      .where('round', '=', round)
      .where('person_id', '=', personId)
      .execute()
  for (const { round, personId, at } of ended) {
    const open = survey.set({ ended_at: at }).where('round', '=', round).where('ended_at', 'is', null)
    await (personId === null ? open : open.where('person_id', '=', personId)).execute()
  }
}
