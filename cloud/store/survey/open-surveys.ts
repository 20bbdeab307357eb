import type { Kysely } from 'kysely'
import type { Ticket } from '../../domain/ticket/state'
import type { Database } from '../schema'

export interface OpenSurvey {
  readonly ticket: Ticket
  readonly round: number
  /** Epoch ms. */
  readonly openedAt: number
}

/** Tickets whose survey waits for this person's answer, longest waiting first (D-CB-1). */
export async function openSurveys(db: Kysely<Database>, personId: string): Promise<readonly OpenSurvey[]> {
  const rows = await db
    .selectFrom('survey')
    .innerJoin('ticket', join =>
      join.onRef('ticket.center_id', '=', 'survey.center_id').onRef('ticket.id', '=', 'survey.ticket_id'),
    )
    .where(eb =>
      eb.or([
        eb('survey.person_id', '=', personId),
        // D-AC-2: whoever filed it for this person is asked; one answer of the two counts.
        eb.and([
          eb('survey.person_id', '=', eb.ref('ticket.filer_id')),
          eb.exists(
            eb
              .selectFrom('participant')
              .whereRef('participant.center_id', '=', 'survey.center_id')
              .whereRef('participant.ticket_id', '=', 'survey.ticket_id')
              .where('participant.person_id', '=', personId)
              .where('participant.role', '=', 'family')
              .select('participant.person_id'),
          ),
        ]),
      ]),
    )
    .where('survey.answered_at', 'is', null)
    .where('survey.ended_at', 'is', null)
    // D-CB-9: obeyed at once, though the ticket moves on only with the next decision about it.
    .innerJoin('person', 'person.id', 'survey.person_id')
    .where('person.callback_declined', '=', false)
    .select(['ticket.body', 'survey.round', 'survey.opened_at'])
    .orderBy('survey.opened_at')
    // Each has the whole text of what was told and of what was done: more would not fit a call of the platform.
    .limit(10)
    .execute()
  return rows.map(row => ({ ticket: row.body, round: row.round, openedAt: row.opened_at }))
}

/** Tickets whose survey this person has answered since an instant (epoch ms), the latest first (D-CB-5). */
export async function answeredSurveys(
  db: Kysely<Database>,
  personId: string,
  since: number,
): Promise<readonly OpenSurvey[]> {
  const rows = await db
    .selectFrom('survey')
    .innerJoin('ticket', join =>
      join.onRef('ticket.center_id', '=', 'survey.center_id').onRef('ticket.id', '=', 'survey.ticket_id'),
    )
    .where('survey.person_id', '=', personId)
    .where('survey.answered_at', '>=', since)
    .select(['ticket.body', 'survey.round', 'survey.opened_at'])
    .orderBy('survey.answered_at', 'desc')
    .limit(10)
    .execute()
  return rows.map(row => ({ ticket: row.body, round: row.round, openedAt: row.opened_at }))
}
