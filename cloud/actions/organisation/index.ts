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
  history,
}
