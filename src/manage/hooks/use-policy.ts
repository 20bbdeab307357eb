import { useDidShow } from '@tarojs/taro'
import { useEffect, useMemo, useRef } from 'react'
import { useObserved } from '@/data/device/use-observed'
import { call } from '@/data/call/client'
import { storage } from '@/data/device/storage'
import { lastRead, readNow } from '@/data/read/kept'
import { useReading, type Reading } from '@/data/read/use-reading'
import type { Policy } from '../../../types/contract/policy-document'
import { atCenter } from '../format/centers'
import { namesIn } from '../format/names'
import type { Names } from '../../../types/words/policy'
import {
  createPolicySession,
  type CurrentPolicy,
  type PolicyDraft,
  type PolicySession,
  type PolicyState,
} from './policy-session'
import { useCenter } from './use-center'

const name = 'manage:policy'
const readCurrent = (key: string): Promise<CurrentPolicy> => call('policy', 'current', atCenter(key), { retries: 1 })
const draftName = (centerId: string) => `policy:${centerId}`

/** The policy of the center that is worked on, to be shown. `enabled` false: nothing is asked. */
export const useCurrentPolicy = (enabled = true): Reading<CurrentPolicy> =>
  useReading<CurrentPolicy>({ name, key: useCenter().key, load: readCurrent, enabled })

/** What is being edited of a center's policy on this device. */
export const policyDraft = (centerId: string): PolicyDraft | null => storage.readDraft<PolicyDraft>(draftName(centerId))

/** Each page has a session of its own; the device is what they share. `key`: of the center, as `atCenter` reads it. */
const createSession = (key: string): PolicySession =>
  createPolicySession({
    load: () => readNow([name, key], () => readCurrent(key)),
    check: (policy, centerId) => call('policy', 'check', { centerId, policy }, { retries: 1 }),
    save: request => call('policy', 'save', request, { retries: 2, timeoutMs: 60_000 }),
    readKept: () => lastRead<CurrentPolicy>([name, key]),
    readDraft: policyDraft,
    keepDraft: (centerId, draft) => {
      if (draft === null) storage.removeDraft(draftName(centerId))
      else storage.saveDraft(draftName(centerId), draft)
    },
    later: (work, ms) => {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
  })

export interface PolicyModel extends PolicyState {
  session: PolicySession
  /** The draft, or what runs now; null before anything is known. */
  policy: Policy | null
  names: Names | null
}

/** The policy of the center with the working draft, read again when the page comes to the front. */
export function usePolicy(): PolicyModel {
  const { key } = useCenter()
  const session = useMemo(() => createSession(key), [key])
  const state = useObserved(session.state)
  const shown = useRef<PolicySession | null>(null)
  const show = () => {
    shown.current = session
    void session.show()
  }
  useDidShow(show)
  useEffect(() => {
    // At the first start the posts, and so the center, are known only when the server has answered.
    if (shown.current !== null && shown.current !== session) show()
  })
  useEffect(() => session.stop, [session])
  const policy = state.draft?.policy ?? state.current?.policy ?? null
  const { current } = state
  const names = useMemo(() => (policy && current ? namesIn(policy, current) : null), [policy, current])
  return { ...state, session, policy, names }
}
