import { limits } from '../../../types/limits'
import { organisedCompany } from '../../domain/access/organisation'
import { readSpreadsheet } from '../../platform/spreadsheet'
import { newId } from '../../store/engine/ids'
import { addSheetUpload } from '../../store/organisation/sheet-uploads'
import { CallError } from '../call-error'
import { granted } from '../granted'
import type { Caller, Runtime } from '../runtime'
import { sheetKey } from './import'

/**
 * Keeps a spreadsheet that an administrator has sent, until it is imported (D-OR-1).
 * @throws CallError forbidden, tooLarge, unsupportedMedia; nothing is stored then
 */
export async function storeSheet(
  runtime: Runtime,
  caller: Caller,
  bytes: Uint8Array,
  fileName: string,
): Promise<{ readonly fileId: string }> {
  granted(organisedCompany(caller.actor))
  if (bytes.byteLength > limits.mediaBytes) throw new CallError('tooLarge', '文件不能超过 10 MB')
  if (!(await readSpreadsheet(bytes)))
    throw CallError.field('unsupportedMedia', 'file', '打不开这个文件，请上传 .xlsx 或 .csv 表格')
  const id = newId()
  await runtime.media.put(sheetKey(id), bytes, 'application/octet-stream')
  await addSheetUpload(runtime.db, {
    id,
    personId: caller.actor.id,
    fileName: fileName.trim() === '' ? '表格' : fileName,
    createdAt: runtime.clock.now(),
  })
  return { fileId: id }
}
