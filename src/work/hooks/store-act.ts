import { serverClock } from '@/data/call/server-clock'
import { outbox } from '@/data/send/stored-writes'
import { owner } from '@/data/session/session'
import type { PickedMedia } from '@/data/upload/picked-media'
import type { ActRequest } from '../../../types/contract/commands'
import { commandLabels } from '../../../types/vocabulary'

/** What can wait on the phone is not waited for long, ms. */
export const quickly = { timeoutMs: 8_000 } as const

/** Lays one act by until there is a network (D-HD-10); false where nobody is signed in, or the phone has no room. */
export function storeAct(
  ticket: { place: string | { name: string } },
  request: ActRequest,
  draft: { name: string; value: unknown } | null,
  media: readonly PickedMedia[],
): boolean {
  const account = owner.get()
  if (account === null) return false
  return outbox.put({
    does: 'act',
    request,
    draft,
    media,
    owner: account,
    at: serverClock.now(),
    word: commandLabels[request.command],
    about: typeof ticket.place === 'string' ? ticket.place : ticket.place.name,
    refusal: null,
  })
}
