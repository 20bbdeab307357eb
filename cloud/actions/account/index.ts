import type { Handlers } from '../handlers'
import { setCallbackWish } from './callback-wish'
import { contacts } from './contacts'
import { demoPersonas, demoSignIn } from './demo-personas'
import { me } from './me'
import { eraseMe, exportMyData } from './my-data'
import { claim } from './claim'
import { places } from './places'
import { phoneSignIn, requestPhoneCode } from './phone-code'
import { provePhone, provePhoneByCode, requestOwnPhoneCode } from './prove-phone'
import { updateSettings } from './settings'
import { signIn } from './sign-in'
import { signOut } from './sign-out'

export const accountHandlers: Handlers<'account'> = {
  demoPersonas,
  demoSignIn,
  signIn,
  requestPhoneCode,
  phoneSignIn,
  provePhone,
  requestOwnPhoneCode,
  provePhoneByCode,
  claim,
  me,
  contacts,
  places,
  updateSettings,
  setCallbackWish,
  signOut,
  exportMyData,
  eraseMe,
}
