import type { Kysely, Transaction } from 'kysely'
import type { CallChanges } from '../../domain/effects/calls'
import type { Ticket } from '../../domain/ticket/state'
import type { Database } from '../schema'

/** The calls that a decision opens, moves or ends. */
export async function writeCalls(
  trx: Transaction<Database>,
  ticket: Ticket,
  { open, ended }: CallChanges,
): Promise<void> {
  for (const { round, task } of ended)
    await trx
      .deleteFrom('call_task')
      .where('center_id', '=', ticket.centerId)
      .where('ticket_id', '=', ticket.id)
      .where('round', '=', round)
      .where('task', '=', task)
      .execute()
  if (open.length > 0)
    await trx
      .insertInto('call_task')
      .values(
        open.map(({ round, task, owner, dueAt }) => ({
          center_id: ticket.centerId,
          ticket_id: ticket.id,
          round,
          task,
          owner_id: owner?.personId ?? null,
          due_at: dueAt,
        })),
      )
      .onConflict(conflict =>
        conflict
          .columns(['center_id', 'ticket_id', 'round', 'task'])
          .doUpdateSet(({ ref }) => ({ owner_id: ref('excluded.owner_id'), due_at: ref('excluded.due_at') })),
      )
      .execute()
}

/** More than anybody calls in a day. */
const mostListed = 100

/** Calls that wait in these centers, what is due first on top: those of one person and those of nobody before all others. */
export async function callsIn(
  db: Kysely<Database>,
  centerIds: readonly string[],
  personId: string,
): Promise<readonly { readonly ticket: Ticket; readonly round: number; readonly task: number }[]> {
  const of = (whose: 'mine' | 'others') =>
    db
      .selectFrom('call_task')
      .innerJoin('ticket', join =>
        join.onRef('ticket.center_id', '=', 'call_task.center_id').onRef('ticket.id', '=', 'call_task.ticket_id'),
      )
      .where('call_task.center_id', 'in', centerIds)
      .where(eb =>
        whose === 'mine'
          ? eb.or([eb('owner_id', '=', personId), eb('owner_id', 'is', null)])
          : eb('owner_id', '!=', personId),
      )
      .select(['ticket.body', 'call_task.round', 'call_task.task'])
      .orderBy('call_task.due_at')
      .orderBy('call_task.ticket_id')
      .orderBy('call_task.task')
      .limit(mostListed)
      .execute()
  const mine = await of('mine')
  const others = mine.length < mostListed ? await of('others') : []
  return [...mine, ...others].slice(0, mostListed).map(({ body, round, task }) => ({ ticket: body, round, task }))
}

/** How many of them wait for this person. */
export async function countCalls(
  db: Kysely<Database>,
  centerIds: readonly string[],
  personId: string,
): Promise<number> {
  const { waiting } = await db
    .selectFrom('call_task')
    .where('center_id', 'in', centerIds)
    .where('owner_id', '=', personId)
    .select(eb => eb.fn.countAll<string>().as('waiting'))
    .executeTakeFirstOrThrow()
  return Number(waiting)
}
