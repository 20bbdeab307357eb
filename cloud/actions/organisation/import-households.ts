import { householdSheet, planHouseholds } from '../../domain/organisation/import-households'
import { newId } from '../../store/engine/ids'
import {
  addPeople,
  addResidents,
  allPlaces,
  changeResidents,
  peopleUnder,
  registeredResidents,
} from '../../store/organisation/registers'
import type { Handler } from '../handlers'
import { type ImportKind, importSheets, readNamed } from './import'

const households: ImportKind = {
  action: 'organisation.importHouseholds',
  subject: 'household',
  plan: async (trx, sheets, { companyId, centerId, at }) => {
    const { rows, faults } = readNamed(sheets, householdSheet)
    const rooms = (await allPlaces(trx, centerId)).filter(({ kind }) => kind === 'room')
    const planned = planHouseholds(
      rows,
      {
        roomIds: new Map(rooms.map(({ id, fullName }) => [fullName, id])),
        residents: await registeredResidents(trx, centerId),
        people: await peopleUnder(
          trx,
          companyId,
          rows.flatMap(({ cells }) => cells.phone ?? []),
        ),
      },
      newId,
    )
    return {
      faults: [...faults, ...planned.faults],
      counts: { added: planned.added.length, changed: planned.changed.length, same: planned.same },
      write: async () => {
        await addPeople(trx, planned.newPeople, at)
        await addResidents(trx, centerId, planned.added, at)
        await changeResidents(
          trx,
          centerId,
          planned.changed.map(({ after }) => after),
        )
      },
    }
  },
}

export const importHouseholds: Handler<'organisation', 'importHouseholds'> = (input, call) =>
  importSheets(call, input, households)
