import type { Templates } from './subscription-channel'

interface SetUp {
  readonly weChat: object | null
  readonly templates: Templates
  readonly sms: { readonly emergencyTemplate: string | null } | null
}

/**
 * Whether any channel beside the inbox is set up, from the settings alone: most cloud functions write notices for channels that only
 * `notify` carries.
 */
export const tellsOutside = ({ weChat, templates, sms }: SetUp): boolean =>
  (weChat !== null && Object.keys(templates).length > 0) || (sms !== null && sms.emergencyTemplate !== null)
