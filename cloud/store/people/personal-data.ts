import type { Kysely, Transaction } from 'kysely'
import type { Ticket } from '../../domain/ticket/state'
import { toJson } from '../engine/json'
import type { Database } from '../schema'
import { isParticipant } from '../ticket/lists'

type Db = Kysely<Database>

/** Tickets the person filed, newest first, with the contact left on each (D-AR-2). */
export async function filedBy(db: Db, personId: string) {
  const rows = await db
    .selectFrom('ticket')
    .leftJoin('contact', join =>
      join.onRef('contact.center_id', '=', 'ticket.center_id').onRef('contact.ticket_id', '=', 'ticket.id'),
    )
    .where('ticket.filer_id', '=', personId)
    .select(['ticket.body', 'contact.name', 'contact.phone', 'contact.ticket_id as contactOf'])
    .orderBy('ticket.filed_at', 'desc')
    .execute()
  return rows.map(row => ({
    ticket: row.body as Ticket,
    contact: row.contactOf === null ? null : { name: row.name, phone: row.phone },
  }))
}

/** Tickets of others that the person joined (D-IN-6) or that were filed for them (D-AC-2), newest first. */
export async function joinedBy(db: Db, personId: string): Promise<readonly Ticket[]> {
  const rows = await db
    .selectFrom('ticket')
    .innerJoin('participant', join =>
      join.onRef('participant.center_id', '=', 'ticket.center_id').onRef('participant.ticket_id', '=', 'ticket.id'),
    )
    .where('participant.person_id', '=', personId)
    .where('participant.role', 'in', ['joined', 'family'])
    .select('ticket.body')
    .orderBy('ticket.filed_at', 'desc')
    .execute()
  return rows.map(row => row.body)
}

/** Tickets of others of one's households on which the person has said something (D-AC-2), newest first. */
export async function spokenAtHome(
  db: Db,
  personId: string,
  householdIds: readonly string[],
): Promise<readonly Ticket[]> {
  if (householdIds.length === 0) return []
  const rows = await db
    .selectFrom('ticket')
    .where('household_id', 'in', householdIds)
    .where(eb =>
      eb.and([
        eb.not(isParticipant(personId)(eb)),
        eb.exists(
          eb
            .selectFrom('event')
            .whereRef('event.center_id', '=', 'ticket.center_id')
            .whereRef('event.ticket_id', '=', 'ticket.id')
            .where('event.actor_id', '=', personId)
            .select('event.seq'),
        ),
      ]),
    )
    .select('body')
    .orderBy('filed_at', 'desc')
    .execute()
  return rows.map(row => row.body)
}

/** What the person wrote on any of the tickets, oldest first. */
export async function writtenBy(db: Db, ticketIds: readonly string[], personId: string) {
  if (ticketIds.length === 0) return []
  return db
    .selectFrom('event')
    .where('ticket_id', 'in', ticketIds)
    .where('actor_id', '=', personId)
    .where('type', 'in', ['supplemented', 'proposalCountered', 'urged', 'reopened', 'withdrawn'])
    .select(['ticket_id as ticketId', 'at', 'body'])
    .orderBy('at')
    .execute()
}

export async function answeredBy(db: Db, personId: string) {
  return db
    .selectFrom('survey')
    .innerJoin('ticket', join =>
      join.onRef('ticket.center_id', '=', 'survey.center_id').onRef('ticket.id', '=', 'survey.ticket_id'),
    )
    .where('survey.person_id', '=', personId)
    .where('survey.answered_at', 'is not', null)
    .select(['ticket.number', 'survey.answered_at as answeredAt', 'survey.answers'])
    .orderBy('survey.answered_at')
    .execute()
}

/**
 * What households of somebody's have answered to surveys of the estate, with whose name it stands. Answers given without a name are not
 * among them: nothing that is stored says whose they are, and so nobody can be told which are theirs (D-CB-7).
 */
export async function surveyAnswersOf(db: Db, householdIds: readonly string[]) {
  if (householdIds.length === 0) return []
  return db
    .selectFrom('campaign_answer as a')
    .innerJoin('campaign as c', join =>
      join.onRef('c.center_id', '=', 'a.center_id').onRef('c.id', '=', 'a.campaign_id'),
    )
    .where('a.household_id', 'in', householdIds)
    .select(['c.title', 'c.questions', 'a.channel', 'a.answers'])
    .orderBy('c.from_at')
    .orderBy('a.id')
    .execute()
}

export async function noticesTo(db: Db, personId: string) {
  return db
    .selectFrom('notice')
    .where('person_id', '=', personId)
    .select(['created_at as at', 'title', 'text'])
    .orderBy('created_at')
    .execute()
}

/**
 * Erases who the person is: name, phone, openid, rooms, sessions, settings, and the contact on every ticket. The
 * tickets and their events stay, naming only the id, so the hash chains still verify (D-AR-2).
 */
export async function erasePerson(trx: Transaction<Database>, personId: string, at: number): Promise<void> {
  const own = trx.selectFrom('ticket').where('filer_id', '=', personId)
  await trx
    .updateTable('contact')
    .set({ name: null, phone: null, for_name: null })
    .where('ticket_id', 'in', own.select('ticket.id'))
    .execute()
  const person = await trx.selectFrom('person').where('id', '=', personId).select('phone').executeTakeFirst()
  if (person?.phone) await trx.deleteFrom('login_code').where('phone', '=', person.phone).execute()
  await trx.deleteFrom('ticket_follower').where('person_id', '=', personId).execute()
  await trx.deleteFrom('residency').where('person_id', '=', personId).execute()
  await trx.deleteFrom('session').where('person_id', '=', personId).execute()
  await trx
    .updateTable('person')
    .set({ name: '已注销用户', phone: null, phone_proven_at: null, openid: null, settings: toJson({}), erased_at: at })
    .where('id', '=', personId)
    .execute()
}
