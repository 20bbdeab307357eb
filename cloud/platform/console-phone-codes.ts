import type { PhoneCodeSender } from './ports'

/** For trying it out: the code stands on the console of whoever started the host. */
export const consolePhoneCodes = (write: (line: string) => void): PhoneCodeSender => ({
  send: async (phone, code) => write(`sign-in code for ${phone}: ${code}`),
})
