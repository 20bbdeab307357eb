import type { Kysely } from 'kysely'
import { isId } from '../engine/ids'
import type { Database } from '../schema'

export interface SheetUpload {
  readonly id: string
  readonly personId: string
  readonly fileName: string
  /** Epoch ms. */
  readonly createdAt: number
}

export async function addSheetUpload(db: Kysely<Database>, { id, personId, fileName, createdAt }: SheetUpload) {
  await db
    .insertInto('sheet_upload')
    .values({ id, person_id: personId, file_name: fileName, created_at: createdAt })
    .execute()
}

/** The name of a file that somebody has sent; undefined: not theirs, or gone. */
export async function sheetUploadOf(
  db: Kysely<Database>,
  personId: string,
  id: string,
): Promise<{ readonly fileName: string } | undefined> {
  if (!isId(id)) return undefined
  return db
    .selectFrom('sheet_upload')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .select('file_name as fileName')
    .executeTakeFirst()
}
