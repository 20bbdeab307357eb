import { planStaff, staffSheet } from '../../domain/organisation/import-staff'
import { newId } from '../../store/engine/ids'
import { addPeople, buildingsOf, peopleUnder, registeredPosts, writePosts } from '../../store/organisation/registers'
import { directoryChanged } from '../../store/people/staff'
import { findCenter, policyDocumentOf } from '../../store/place/center'
import type { Handler } from '../handlers'
import { type ImportKind, importSheets, readNamed } from './import'

const posts: ImportKind = {
  action: 'organisation.importStaff',
  subject: 'staff',
  plan: async (trx, sheets, { companyId, centerId, at }) => {
    const { rows, faults } = readNamed(sheets, staffSheet)
    const center = await findCenter(trx, centerId)
    const { departments } = await policyDocumentOf(trx, centerId, center?.policyVersion ?? 1)
    const buildings = await buildingsOf(trx, centerId)
    const planned = planStaff(
      rows,
      {
        departmentIds: new Map(departments.map(({ id, name }) => [name, id])),
        buildingIds: new Map(buildings.map(({ id, name }) => [name, id])),
        posts: await registeredPosts(trx, centerId),
        people: await peopleUnder(
          trx,
          companyId,
          rows.map(({ cells }) => cells.phone),
        ),
      },
      newId,
    )
    return {
      faults: [...faults, ...planned.faults],
      counts: { added: planned.added.length, changed: planned.changed.length, same: planned.same },
      write: async () => {
        await addPeople(trx, planned.newPeople, at)
        await writePosts(trx, centerId, [...planned.added, ...planned.changed.map(({ after }) => after)], at)
        await directoryChanged(trx, centerId)
      },
    }
  },
}

export const importStaff: Handler<'organisation', 'importStaff'> = (input, call) => importSheets(call, input, posts)
