import { dateString } from '../../domain/calendar/zone'
import {
  type WrittenSheet,
  householdSheets,
  placeSheets,
  staffSheets,
  templates,
} from '../../domain/organisation/export'
import { writeSpreadsheet } from '../../platform/spreadsheet'
import { newId } from '../../store/engine/ids'
import { allPlaces, registeredPosts, registeredResidents } from '../../store/organisation/registers'
import { addSheetUpload } from '../../store/organisation/sheet-uploads'
import { findCenter, policyDocumentOf } from '../../store/place/center'
import type { Database } from '../../store/schema'
import type { Kysely } from 'kysely'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { keyOf } from '../media/media-keys'
import { centerOfCall } from './organised'

const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const titles = { places: '房屋和区域', staff: '员工', households: '住户' } as const

async function sheetsOf(
  db: Kysely<Database>,
  centerId: string,
  what: keyof typeof titles,
): Promise<readonly WrittenSheet[]> {
  const places = await allPlaces(db, centerId)
  if (what === 'places') return placeSheets(places)
  if (what === 'households') return householdSheets(places, await registeredResidents(db, centerId))
  const center = await findCenter(db, centerId)
  const { departments } = await policyDocumentOf(db, centerId, center?.policyVersion ?? 1)
  return staffSheets(places, departments, await registeredPosts(db, centerId))
}

/** A spreadsheet to fill: the template, or what the center has now, which imports as no change (D-OR-1). */
export const sheet: Handler<'organisation', 'sheet'> = async ({ what, filled, ...input }, call) => {
  const { centerId } = centerOfCall(call, input.centerId)
  const { runtime, caller } = call
  const sheets = filled ? await sheetsOf(runtime.db, centerId, what) : templates[what]
  const id = newId()
  const key = keyOf({ id, mime })
  const now = runtime.clock.now()
  const fileName = filled ? `${titles[what]} ${dateString(now)}.xlsx` : `${titles[what]}模板.xlsx`
  await runtime.media.put(key, await writeSpreadsheet(sheets), mime)
  // So that whoever sweeps finds it; it holds names and numbers.
  await addSheetUpload(runtime.db, { id, personId: caller.actor.id, fileName, createdAt: now })
  const url = (await runtime.media.links([key])).get(key)
  if (url === undefined) throw new CallError('unavailable')
  return { url, fileName }
}
