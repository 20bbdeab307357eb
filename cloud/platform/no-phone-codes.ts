import type { PhoneCodeSender } from './ports'
import { ServiceUnavailable } from './unavailable'

/** Where nobody reads the console and no SMS service is configured. */
export const noPhoneCodes: PhoneCodeSender = {
  send: async () => {
    throw new ServiceUnavailable('no SMS service is configured for sign-in codes')
  },
}
