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
import { sheet } from './sheet'
import { staff } from './staff'

export const organisationHandlers: Handlers<'organisation'> = {
  setUp,
  overview,
  saveCenter,
  saveDepartments,
  places,
  staff,
  sheet,
  importPlaces,
  importStaff,
  importHouseholds,
  history,
}
