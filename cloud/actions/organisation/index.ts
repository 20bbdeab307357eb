import type { Handlers } from '../handlers'
import { history } from './history'
import { importHouseholds } from './import-households'
import { importPlaces } from './import-places'
import { importStaff } from './import-staff'
import { overview } from './overview'
import { places } from './places'
import { saveCenter } from './save-center'
import { saveDepartments } from './save-departments'
import { setUp } from './set-up'
import { staff } from './staff'

export const organisationHandlers: Handlers<'organisation'> = {
  setUp,
  overview,
  saveCenter,
  saveDepartments,
  places,
  staff,
  importPlaces,
  importStaff,
  importHouseholds,
  history,
}
