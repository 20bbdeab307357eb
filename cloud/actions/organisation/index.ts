import type { Handlers } from '../handlers'
import { administrators } from './administrators'
import { appointAdministrator } from './appoint-administrator'
import { dismissAdministrator } from './dismiss-administrator'
import { history } from './history'
import { importHouseholds } from './import-households'
import { importPlaces } from './import-places'
import { importStaff } from './import-staff'
import { overview } from './overview'
import { places } from './places'
import { removeStaff } from './remove-staff'
import { saveCenter } from './save-center'
import { saveDepartments } from './save-departments'
import { saveStaff } from './save-staff'
import { setUp } from './set-up'
import { sheet } from './sheet'
import { staff } from './staff'
import { approveBinding } from './approve-binding'
import { bind } from './bind'
import { bindings } from './bindings'
import { findRooms } from './find-rooms'
import { invite } from './invite'
import { leave } from './leave'
import { myBindings } from './my-bindings'
import { requestBinding } from './request-binding'

export const organisationHandlers: Handlers<'organisation'> = {
  setUp,
  overview,
  saveCenter,
  saveDepartments,
  places,
  staff,
  saveStaff,
  removeStaff,
  administrators,
  appointAdministrator,
  dismissAdministrator,
  sheet,
  importPlaces,
  importStaff,
  importHouseholds,
  approveBinding,
  bind,
  bindings,
  findRooms,
  invite,
  leave,
  myBindings,
  requestBinding,
  history,
}
