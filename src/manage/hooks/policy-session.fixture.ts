import type { Policy } from '../../../types/contract/policy-document'
import { defaultPolicyForTest as policy } from '../format/policy.fixture'
import { createPolicySession, type CurrentPolicy, type PolicyDraft, type PolicySessionParts } from './policy-session'

/** What the server tells of a version of the policy. */
export const currentOf = (version: number, of: Policy = policy): CurrentPolicy => ({
  centerId: 'c1',
  current: { version, createdAt: 0, createdBy: '何文华', note: '', applyTo: 'new' },
  policy: of,
  problems: [],
  coveredYears: [2026],
  buildings: [],
  places: [],
  staff: [],
  editable: true,
})

/** A session on a device and a server of the test's own; `waiting.work` is the check that waits for a pause. */
export function start(changes: Partial<PolicySessionParts> = {}) {
  const device: { draft: PolicyDraft | null } = { draft: null }
  const waiting: { work: (() => void) | null } = { work: null }
  const server = { version: 3, checked: [] as Policy[], saved: [] as unknown[] }
  const parts: PolicySessionParts = {
    load: async () => currentOf(server.version),
    check: async (checked, centerId) => {
      if (centerId !== 'c1') throw new Error(`asked for ${centerId}`)
      server.checked.push(checked)
      return { problems: [], changes: [{ section: '其他', what: '最多转单', before: '2', after: '5' }] }
    },
    save: async request => {
      server.saved.push(request)
      server.version++
      return { version: server.version, runningTickets: 0 }
    },
    readKept: () => null,
    readDraft: () => device.draft,
    keepDraft: (_center, draft) => void (device.draft = draft),
    later: work => {
      waiting.work = work
      return () => void (waiting.work = null)
    },
    ...changes,
  }
  return { session: createPolicySession(parts), device, waiting, server, parts }
}
