import { type Complainant, complainantOfFiling } from '../../cloud/domain/ticket/complainants'
import type { Filed } from '../../cloud/domain/ticket/events'
import { monday9 } from './clock'
import { center } from './people'

export type Filing = Omit<Filed, 'type'>

/** A leak in building b1, told by a resident through the mini-program. */
export const aFiling = (some: Partial<Filing> = {}): Filing => ({
  ticketId: 'ticket-1',
  centerId: center,
  number: 'T-0001',
  kind: 'complaint',
  category: 'leak',
  urgency: 'normal',
  channel: 'miniProgram',
  placeId: 'room-101',
  placeName: '1 栋 101',
  buildingId: 'b1',
  text: '厨房天花板漏水',
  expectation: null,
  media: [],
  anonymous: false,
  hideIdentity: false,
  filerId: 'resident-1',
  recordedBy: null,
  relation: 'owner',
  mood: null,
  occurredAt: null,
  reachable: true,
  callbackDeclined: false,
  policyVersion: 1,
  ...some,
})

/** Somebody who told the same on a ticket of their own. */
export const aComplainant = (personId: string | null, some: Partial<Complainant> = {}): Complainant => ({
  ...complainantOfFiling(
    { type: 'filed', ...aFiling({ filerId: personId, ticketId: `ticket-of-${personId}`, number: `T-${personId}` }) },
    monday9,
  ),
  ...some,
})
