import { CallError } from '@/data/call/call-error'
import { mediaIdsOf, unsent, type PickedMedia } from '@/data/upload/picked-media'
import { createObservable, type Observable } from '@/data/device/observable'
import { uuidv7 } from '@/data/call/uuid'
import type { ActCommand, ActRequest } from '../../../types/contract/commands'
import { actSteps, checkStep, ownMessages } from '@/ticket/forms/act-steps'
import type { Values } from '@/ticket/forms/fields'
import { createSender, type Outcome } from '@/data/send/sender'

/** What the device keeps of a form that has not been sent yet. */
export interface ActDraft {
  values: Values
  photos: readonly PickedMedia[]
  /** Idempotency keys of the steps, so that a repeated try after a restart is still the same write. */
  keys: Partial<Record<ActCommand, string>>
  /** Steps that are through already: triage, where the dispatch after it failed. */
  finished: readonly ActCommand[]
}

export interface ActFormState {
  values: Values
  messages: Readonly<Record<string, string>>
  busy: boolean
  finished: readonly ActCommand[]
}

export type ActResult =
  | { kind: 'done' }
  /** It waits on the phone and is sent when there is a network (D-HD-10). */
  | { kind: 'stored' }
  | { kind: 'invalid'; messages: Readonly<Record<string, string>> }
  | { kind: 'refused'; error: unknown; outdated: boolean }

export interface ActSessionParts {
  ticketId: string
  command: ActCommand
  /** What the form begins with where there is no draft. */
  initial: Values
  draft: ActDraft | null
  /** Null: nothing to keep any more. */
  keepDraft: (draft: ActDraft | null) => void
  send: (request: ActRequest) => Promise<unknown>
  /** Lays the command by until there is a network; false where there is no room. Left out: it is sent at once or not at all. */
  store?: (request: ActRequest, draft: ActDraft) => boolean
  connected?: () => boolean
  newKey?: () => string
}

export interface ActSession {
  state: Observable<ActFormState>
  change(name: string, value: unknown): void
  keepPhotos(photos: readonly PickedMedia[]): void
  /** `chosen`: the photos, as far as they have got. */
  submit(chosen: readonly PickedMedia[]): Promise<ActResult>
}

/** One form on its way: values, draft, messages and the one or two commands it becomes (D-IN-5). */
export function createActSession(parts: ActSessionParts): ActSession {
  const newKey = parts.newKey ?? uuidv7
  const { draft } = parts
  let photos = draft?.photos ?? []
  const keys = { ...draft?.keys }
  const state = createObservable<ActFormState>({
    values: draft?.values ?? parts.initial,
    messages: {},
    busy: false,
    finished: draft?.finished ?? [],
  })
  const set = (change: Partial<ActFormState>) => state.set({ ...state.get(), ...change })
  let over = false
  const asDraft = (): ActDraft => {
    const { values, finished } = state.get()
    return { values, photos, keys, finished }
  }
  const keep = () => {
    if (!over) parts.keepDraft(asDraft())
  }
  /** Nothing is left to keep; a photo that arrives later does not bring the draft back. */
  const end = () => {
    over = true
    parts.keepDraft(null)
  }

  const sendStep = async (request: ActRequest): Promise<Outcome<unknown>> => {
    const { command } = request
    const sender = createSender<ActRequest, unknown>(
      (data, idempotencyKey) => parts.send({ ...data, idempotencyKey }),
      request.idempotencyKey,
      newKey,
    )
    const outcome = await sender.submit(request)
    keys[command] = sender.key()
    return outcome
  }

  const stored = (request: ActRequest): boolean => {
    if (!parts.store?.(request, asDraft())) return false
    end()
    return true
  }

  async function submitSteps(chosen: readonly PickedMedia[]): Promise<ActResult> {
    const { values, finished } = state.get()
    const photoIds = mediaIdsOf(chosen, ['image'])
    const waits = unsent(chosen).length > 0 || parts.connected?.() === false
    const steps = actSteps(parts.command, { ...values, photos: photoIds }).filter(
      ({ command }) => !finished.includes(command),
    )
    const checked = steps.map(step => checkStep(step, parts.ticketId, (keys[step.command] ??= newKey())))
    keep()
    const messages = Object.assign({}, ...checked.map(check => (check.ok ? {} : check.messages))) as Record<
      string,
      string
    >
    if (Object.keys(messages).length > 0) {
      set({ messages })
      return { kind: 'invalid', messages }
    }
    for (const [index, check] of checked.entries()) {
      const step = steps[index]
      if (!check.ok || !step) continue
      if (waits && stored(check.request)) return { kind: 'stored' }
      const outcome = await sendStep(check.request)
      if (!outcome.ok) {
        const lost = outcome.error instanceof CallError && outcome.error.retryable
        if (lost && stored(check.request)) return { kind: 'stored' }
        set({ messages: ownMessages(outcome.fields, step.prefix) })
        keep()
        return { kind: 'refused', error: outcome.error, outdated: outcome.outdated }
      }
      set({ finished: [...state.get().finished, step.command] })
      keep()
    }
    end()
    return { kind: 'done' }
  }

  return {
    state,
    change(name, value) {
      const { values, messages } = state.get()
      const rest = Object.fromEntries(
        Object.entries(messages).filter(([path]) => path !== name && !path.startsWith(`${name}.`)),
      )
      set({ values: { ...values, [name]: value }, messages: rest })
      keep()
    },
    keepPhotos(next) {
      if (next === photos) return
      photos = next
      keep()
    },
    async submit(chosen) {
      // A second tap changes nothing, neither while the first is on its way nor while the page slides out.
      if (state.get().busy || over) return { kind: 'invalid', messages: {} }
      set({ busy: true, messages: {} })
      try {
        return await submitSteps(chosen)
      } finally {
        set({ busy: false })
      }
    },
  }
}
