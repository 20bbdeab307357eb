import { areaSheet, planPlaces, roomSheet } from '../../domain/organisation/import-places'
import { newId } from '../../store/engine/ids'
import { addPlaces, allPlaces } from '../../store/organisation/registers'
import type { Handler } from '../handlers'
import { type ImportKind, importSheets, readNamed, sheetNamed } from './import'

const places: ImportKind = {
  action: 'organisation.importPlaces',
  subject: 'place',
  plan: async (trx, sheets, { centerId }) => {
    const rooms = readNamed(sheets, roomSheet)
    // An estate without public areas of its own needs no such sheet.
    const areas = sheetNamed(sheets, areaSheet.name)?.name === areaSheet.name ? readNamed(sheets, areaSheet) : null
    const known = await allPlaces(trx, centerId)
    const estate = known.find(({ kind }) => kind === 'estate')
    if (!estate) throw new Error(`center ${centerId} has no estate`)
    const planned = planPlaces({ rooms: rooms.rows, areas: areas?.rows ?? [] }, known, estate, newId)
    return {
      faults: [...rooms.faults, ...(areas?.faults ?? []), ...planned.faults],
      counts: { added: planned.added.length, changed: 0, same: planned.same },
      write: () => addPlaces(trx, centerId, planned.added),
    }
  },
}

export const importPlaces: Handler<'organisation', 'importPlaces'> = (input, call) => importSheets(call, input, places)
