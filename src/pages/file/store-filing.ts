import { serverClock } from '@/data/call/server-clock'
import { uuidv7 } from '@/data/call/uuid'
import { outbox } from '@/data/send/stored-writes'
import { owner } from '@/data/session/session'
import type { PickedMedia } from '@/data/upload/picked-media'
import type { FileRequest } from '../../../types/contract/ticket'
import { kindLabels } from '../../../types/vocabulary'
import type { FileDraft } from './draft'
import type { Filed } from './use-filing'
import { draftName, subjectOf } from './waiting-draft'

/** Lays a filing by until there is a network (D-IN-5); false where the phone has no room for it. */
export const storeFiling = (request: FileRequest, draft: FileDraft, account: string): boolean =>
  outbox.put({
    does: 'file',
    request,
    media: draft.media,
    owner: account,
    at: serverClock.now(),
    word: kindLabels[request.kind],
    about: subjectOf({ ...draft, kind: null }, []),
    draft: { name: draftName, value: draft },
    refusal: null,
  })

/** Photos that were still on their way when danger was reported: they follow as a supplement. */
export function storeLatePhotos(filed: Filed, draft: FileDraft, media: readonly PickedMedia[]): void {
  const account = owner.get()
  if (account === null) return
  outbox.put({
    does: 'act',
    request: { command: 'supplement', ticketId: filed.ticketId, idempotencyKey: uuidv7(), text: '补充照片' },
    media,
    owner: account,
    at: serverClock.now(),
    word: '补充照片',
    about: subjectOf({ ...draft, kind: null }, []),
    draft: null,
    refusal: null,
  })
}
