import type { Kysely } from 'kysely'
import type { Ticket } from '../../domain/ticket/state'
import type { Database } from '../schema'

export interface OpenSurvey {
  readonly ticket: Ticket
  readonly round: number
  /** Epoch ms. */
  readonly openedAt: number
}

type Db = Kysely<Database>

/** Surveys of this person, and of whoever filed for them: one answer of the two counts (D-AC-2). */
const surveysOf = (db: Db, personId: string) =>
  db
    .selectFrom('survey')
    .innerJoin('ticket', join =>
      join.onRef('ticket.center_id', '=', 'survey.center_id').onRef('ticket.id', '=', 'survey.ticket_id'),
    )
    .where(eb =>
      eb.or([
        eb('survey.person_id', '=', personId),
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
    .select(['ticket.body', 'survey.round', 'survey.opened_at'])
    // Each has the whole text of what was told and of what was done: more would not fit a call of the platform.
    .limit(10)

/** Tickets whose survey waits for this person's answer, longest waiting first (D-CB-1). */
export async function openSurveys(db: Db, personId: string): Promise<readonly OpenSurvey[]> {
  const rows = await surveysOf(db, personId)
    .where('survey.answered_at', 'is', null)
    .where('survey.ended_at', 'is', null)
    // D-CB-9: obeyed at once, though the ticket moves on only with the next decision about it.
    .innerJoin('person', 'person.id', 'survey.person_id')
    .where('person.callback_declined', '=', false)
    .orderBy('survey.opened_at')
    .execute()
  return rows.map(row => ({ ticket: row.body, round: row.round, openedAt: row.opened_at }))
}

/** Tickets whose survey this person has answered since an instant (epoch ms), the latest first (D-CB-5). */
export async function answeredSurveys(db: Db, personId: string, since: number): Promise<readonly OpenSurvey[]> {
  const rows = await surveysOf(db, personId)
    .where('survey.answered_at', '>=', since)
    .orderBy('survey.answered_at', 'desc')
    .execute()
  return rows.map(row => ({ ticket: row.body, round: row.round, openedAt: row.opened_at }))
}
