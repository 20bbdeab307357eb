import { call } from '@/data/call/client'
import { useReading, type Reading } from '@/data/read/use-reading'
import type { ResponseOf } from '../../../types/contract/index'

export type Organisation = ResponseOf<'organisation', 'overview'>
export type OrganisedCenter = Organisation['centers'][number]
export type Administrator = ResponseOf<'organisation', 'administrators'>['people'][number]
export type StaffPost = ResponseOf<'organisation', 'staff'>['posts'][number]

/** The company with its centers. `enabled` false: nothing is asked. */
export const useOrganisation = (enabled = true): Reading<Organisation> =>
  useReading<Organisation>({
    name: 'manage:organisation',
    key: 'all',
    load: (_key, signal) => call('organisation', 'overview', {}, { retries: 1, signal }),
    enabled,
  })

export const useAdministrators = (): Reading<Administrator[]> =>
  useReading<Administrator[]>({
    name: 'manage:administrators',
    key: 'all',
    load: (_key, signal) =>
      call('organisation', 'administrators', {}, { retries: 1, signal }).then(({ people }) => people),
  })

/** Everybody who holds a post in a center, post by post. */
export const useCenterStaff = (centerId: string): Reading<StaffPost[]> =>
  useReading<StaffPost[]>({
    name: 'manage:center-staff',
    key: centerId,
    load: (key, signal) =>
      call('organisation', 'staff', { centerId: key }, { retries: 1, signal }).then(({ posts }) => posts),
  })
