import { createSender } from '@/data/send/sender'
import { CallError } from '@/data/call/call-error'
import { createObservable, type Observable } from '@/data/device/observable'
import type { AnswerOf, RequestOf } from '../../../types/contract/index'
import type { Policy } from '../../../types/contract/policy-document'
import { problemsOfFields, type Change, type Problem } from '../format/problems'

export type CurrentPolicy = AnswerOf<'policy', 'current'>
export type SaveRequest = Omit<RequestOf<'policy', 'save'>, 'centerId' | 'idempotencyKey' | 'baseVersion' | 'policy'>

/** What the device keeps of a policy that is being edited. */
export interface PolicyDraft {
  /** The version it was made from. */
  baseVersion: number
  policy: Policy
}

export interface PolicyState {
  /** As the server last answered; null before the first answer. */
  current: CurrentPolicy | null
  /** The working draft; null: nothing has been changed. */
  draft: PolicyDraft | null
  loading: boolean
  /** Of the last reading; what is shown stays. */
  error: unknown
  /** What the server last said of the draft; null: nothing yet. It is shown until the next answer (`isOutdated`). */
  check: { problems: Problem[]; changes: Change[] } | null
  checking: boolean
  checkError: unknown
  saving: boolean
}

export interface PolicySessionParts {
  load: () => Promise<CurrentPolicy>
  check: (policy: Policy, centerId: string) => Promise<{ problems: Problem[]; changes: Change[] }>
  save: (request: RequestOf<'policy', 'save'>) => Promise<{ version: number; runningTickets: number }>
  readKept: () => CurrentPolicy | null
  readDraft: (centerId: string) => PolicyDraft | null
  keepDraft: (centerId: string, draft: PolicyDraft | null) => void
  /** Runs `work` after a pause in typing, ms; returns what takes it back. */
  later: (work: () => void, ms: number) => () => void
}

export type SaveResult =
  | { kind: 'saved'; version: number; runningTickets: number }
  | { kind: 'stale' }
  | { kind: 'refused'; error: unknown }

export interface PolicySession {
  state: Observable<PolicyState>
  /** Reads the policy and takes up what the device kept of the draft; another page may have changed it. */
  show(): Promise<void>
  edit(change: (policy: Policy) => Policy): void
  discard(): void
  /** Keeps the draft and puts it on top of the version that has come in between. */
  keepMine(): void
  checkNow(): Promise<void>
  save(request: SaveRequest): Promise<SaveResult>
  stop(): void
}

const checkAfterMs = 600

/** Whether the draft may have changed since what `check` says of it: shown as it is, but nothing to build on. */
export const isOutdated = ({ checking, checkError }: Pick<PolicyState, 'checking' | 'checkError'>): boolean =>
  checking || checkError !== null

const same = (one: Policy, other: Policy): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The policy of a center and one draft of it, which is stored on the device until it is saved or discarded. */
export function createPolicySession(parts: PolicySessionParts): PolicySession {
  const kept = parts.readKept()
  const state = createObservable<PolicyState>({
    current: kept,
    draft: kept && parts.readDraft(kept.centerId),
    loading: true,
    error: null,
    check: null,
    checking: false,
    checkError: null,
    saving: false,
  })
  const set = (change: Partial<PolicyState>) => state.set({ ...state.get(), ...change })
  let cancelCheck = () => {}
  /** Only the answer to the newest question counts. */
  let asked = 0

  const checkNow = async () => {
    cancelCheck()
    const { draft, current } = state.get()
    const question = ++asked
    if (draft === null || current === null) return set({ check: null, checking: false, checkError: null })
    set({ checking: true })
    try {
      const check = await parts.check(draft.policy, current.centerId)
      if (question === asked) set({ check, checking: false, checkError: null })
    } catch (error) {
      if (question !== asked) return
      const fields = error instanceof CallError ? problemsOfFields(error.fields) : []
      // A policy that is not even well-formed is refused with the places named.
      if (fields.length > 0) set({ check: { problems: fields, changes: [] }, checking: false, checkError: null })
      else set({ checking: false, checkError: error })
    }
  }

  const keepDraft = (draft: PolicyDraft | null) => {
    const { current } = state.get()
    if (current) parts.keepDraft(current.centerId, draft)
    asked++
    set({ draft, check: draft && state.get().check, checking: draft !== null, checkError: null })
    cancelCheck()
    if (draft) cancelCheck = parts.later(() => void checkNow(), checkAfterMs)
  }

  const sender = createSender<
    Omit<RequestOf<'policy', 'save'>, 'idempotencyKey'>,
    Awaited<ReturnType<typeof parts.save>>
  >((data, idempotencyKey) => parts.save({ ...data, idempotencyKey }))

  const show = async () => {
    const shown = state.get().current
    if (shown) set({ draft: parts.readDraft(shown.centerId) })
    set({ loading: true })
    try {
      const current = await parts.load()
      set({ current, draft: parts.readDraft(current.centerId), loading: false, error: null })
    } catch (error) {
      set({ loading: false, error })
    }
    if (state.get().draft) await checkNow()
  }

  return {
    state,
    show,
    checkNow,
    edit(change) {
      const { current, draft } = state.get()
      if (!current) return
      const policy = change(draft?.policy ?? current.policy)
      const baseVersion = draft?.baseVersion ?? current.current.version
      const unchanged = baseVersion === current.current.version && same(policy, current.policy)
      keepDraft(unchanged ? null : { baseVersion, policy })
    },
    discard: () => keepDraft(null),
    keepMine() {
      const { current, draft } = state.get()
      if (current && draft) keepDraft({ ...draft, baseVersion: current.current.version })
    },
    async save(request) {
      const { draft, current } = state.get()
      if (!draft || !current) return { kind: 'refused', error: null }
      set({ saving: true })
      const outcome = await sender.submit({ ...request, ...draft, centerId: current.centerId })
      set({ saving: false })
      if (outcome.ok) {
        keepDraft(null)
        await show()
        return { kind: 'saved', ...outcome.answer }
      }
      const { error, fields } = outcome
      if (Object.keys(fields).length > 0)
        set({ check: { problems: problemsOfFields(fields), changes: state.get().check?.changes ?? [] } })
      if (error instanceof CallError && error.code === 'staleVersion') {
        await show()
        return { kind: 'stale' }
      }
      return { kind: 'refused', error }
    },
    stop() {
      cancelCheck()
      asked++
    },
  }
}
