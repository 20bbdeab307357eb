import type { Kysely, Transaction } from 'kysely'
import type { OrganisationChangeKind, OrganisationSubject } from '../../../types/vocabulary'
import { newId } from '../engine/ids'
import { toJson } from '../engine/json'
import type { Database } from '../schema'

/** One thing that somebody has configured (D-OR-5). */
export interface OrganisationChange {
  readonly companyId: string
  /** Epoch ms. */
  readonly at: number
  /** null: the system itself. */
  readonly personId: string | null
  /** null: of the whole company. */
  readonly centerId: string | null
  readonly subject: OrganisationSubject
  readonly what: OrganisationChangeKind
  /** As people know what was changed. */
  readonly name: string
  readonly before?: unknown
  readonly after?: unknown
}

/** Written in the transaction of the change itself. */
export async function recordChange(trx: Transaction<Database>, change: OrganisationChange): Promise<void> {
  const { companyId, at, personId, centerId, subject, what, name, before, after } = change
  await trx
    .insertInto('organisation_change')
    .values({
      company_id: companyId,
      id: newId(),
      at,
      person_id: personId,
      center_id: centerId,
      subject,
      what,
      name,
      before: before === undefined ? null : toJson(before),
      after: after === undefined ? null : toJson(after),
    })
    .execute()
}

export interface ListedChange {
  readonly changeId: string
  readonly at: number
  readonly by: string | null
  readonly center: string | null
  readonly subject: OrganisationSubject
  readonly what: OrganisationChangeKind
  readonly name: string
  readonly before: unknown
  readonly after: unknown
}

/** The latest changes of a company, those before `before` (an id of one) only. Ids grow with time. */
export const listChanges = (
  db: Kysely<Database>,
  companyId: string,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<readonly ListedChange[]> =>
  db
    .selectFrom('organisation_change as change')
    .leftJoin('person', 'person.id', 'change.person_id')
    .leftJoin('center', 'center.id', 'change.center_id')
    .where('change.company_id', '=', companyId)
    .$if(before !== null, query => query.where('change.id', '<', before))
    .select([
      'change.id as changeId',
      'change.at',
      'person.name as by',
      'center.name as center',
      'change.subject',
      'change.what',
      'change.name',
      'change.before',
      'change.after',
    ])
    .orderBy('change.id', 'desc')
    .limit(limit)
    .execute()
