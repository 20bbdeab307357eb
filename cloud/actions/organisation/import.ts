import type { Transaction } from 'kysely'
import type { Imported } from '../../../types/contract/organisation'
import type { OrganisationSubject } from '../../../types/vocabulary'
import {
  type Columns,
  type NumberedRow,
  type SheetFault,
  type SheetKind,
  readSheet,
} from '../../domain/organisation/sheet'
import { type ReadSheet, readSpreadsheet } from '../../platform/spreadsheet'
import { recordChange } from '../../store/organisation/changes'
import { lockCenterForImport } from '../../store/organisation/registers'
import { sheetUploadOf } from '../../store/organisation/sheet-uploads'
import type { Database } from '../../store/schema'
import { CallError } from '../call-error'
import { once } from '../idempotent'
import type { SignedInCall } from '../runtime'
import { centerOfCall } from './organised'

/** Where a spreadsheet lies that was sent to the host. */
export const sheetKey = (id: string): string => `${id}.sheet`

/** More would not be read by anybody at once; the rest is counted. */
const mostFaults = 200

/** What one kind of import makes of the sheets of a file. */
export interface Planned {
  readonly faults: readonly SheetFault[]
  readonly counts: { readonly added: number; readonly changed: number; readonly same: number }
  /** Writes it all. Not called when anything is at fault, or on a dry run. */
  readonly write: () => Promise<void>
}

export interface ImportKind {
  readonly action: `organisation.import${string}`
  readonly subject: OrganisationSubject
  readonly plan: (
    trx: Transaction<Database>,
    sheets: readonly ReadSheet[],
    center: { readonly companyId: string; readonly centerId: string; readonly at: number },
  ) => Promise<Planned>
}

interface ImportRequest {
  readonly centerId: string
  readonly fileId: string
  readonly dryRun: boolean
  readonly idempotencyKey: string
}

/** A sheet of the file by its name; a file with a single sheet need not name it. undefined: not there. */
export const sheetNamed = (sheets: readonly ReadSheet[], name: string): ReadSheet | undefined =>
  sheets.find(sheet => sheet.name.trim() === name) ??
  (sheets.length === 1 && sheets[0]?.name === '' ? sheets[0] : undefined)

/** Reads a sheet that the file must have. */
export function readNamed<C extends Columns>(
  sheets: readonly ReadSheet[],
  kind: SheetKind<C>,
): { readonly rows: readonly NumberedRow<C>[]; readonly faults: readonly SheetFault[] } {
  const sheet = sheetNamed(sheets, kind.name)
  if (!sheet) {
    const message = `表格里没有“${kind.name}”这张工作表`
    return { rows: [], faults: [{ sheet: kind.name, row: 1, column: '', message }] }
  }
  return readSheet(kind, sheet.table)
}

async function sheetsOf(call: SignedInCall, fileId: string) {
  const { db, media } = call.runtime
  const upload = await sheetUploadOf(db, call.caller.actor.id, fileId)
  const bytes = upload
    ? await media.get(sheetKey(fileId))
    : fileId.startsWith('cloud:')
      ? await media.takeUpload(fileId, call.caller.openid ?? '')
      : null
  if (!bytes) throw CallError.field('notFound', 'fileId', '没有找到上传的表格，请重新上传')
  const sheets = await readSpreadsheet(bytes)
  if (!sheets) throw CallError.field('unsupportedMedia', 'fileId', '打不开这个文件，请上传 .xlsx 或 .csv 表格')
  return { sheets, fileName: upload?.fileName ?? '表格' }
}

/**
 * Reads a file, plans what it changes and writes it, all of it or nothing (D-OR-1). Planned and written while the center is held,
 * so that of two imports at once the second plans on what the first has written.
 */
export async function importSheets(call: SignedInCall, request: ImportRequest, kind: ImportKind): Promise<Imported> {
  const { runtime, caller } = call
  const { companyId, centerId } = centerOfCall(call, request.centerId)
  const { sheets, fileName } = await sheetsOf(call, request.fileId)
  const at = runtime.clock.now()
  return once(call, { action: kind.action, centerId, request }, async trx => {
    if (!(await lockCenterForImport(trx, companyId, centerId))) throw new CallError('notFound')
    const { faults, counts, write } = await kind.plan(trx, sheets, { companyId, centerId, at })
    const listed = {
      faults: faults.slice(0, mostFaults).map(fault => ({ ...fault })),
      moreFaults: Math.max(0, faults.length - mostFaults),
      counts,
    }
    const written = faults.length === 0 && !request.dryRun
    if (!written) return { ...listed, written }
    await write()
    const change = { companyId, at, personId: caller.actor.id, centerId, subject: kind.subject }
    // A file that changes nothing is none (D-OR-5 tells what has changed).
    if (counts.added + counts.changed > 0)
      await recordChange(trx, { ...change, what: 'imported', name: fileName, after: counts })
    return { ...listed, written }
  })
}
