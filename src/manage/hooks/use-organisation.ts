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

export interface Building {
  id: string
  word: string
}

/** The largest page of the contract. */
const perPage = 50

/** All buildings of a center; they lie directly in its estate. */
export const useBuildings = (centerId: string): Reading<Building[]> =>
  useReading<Building[]>({
    name: 'manage:buildings',
    key: centerId,
    load: async (key, signal) => {
      const buildings: Building[] = []
      let cursor: string | undefined
      do {
        const page = await call(
          'organisation',
          'places',
          { centerId: key, limit: perPage, ...(cursor === undefined ? {} : { cursor }) },
          { retries: 1, signal },
        )
        for (const { placeId, kind, name } of page.items)
          if (kind === 'building') buildings.push({ id: placeId, word: name })
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      return buildings
    },
  })
