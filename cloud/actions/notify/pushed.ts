import { createHash } from 'node:crypto'
import { inTransaction } from '../../store/engine/transaction'
import { addCredits, dropCredits, isFreshPush } from '../../store/notice/credits'
import type { Runtime } from '../runtime'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list of the platform: where it has one element, that element itself. */
const listOf = (value: unknown): readonly Record<string, unknown>[] =>
  (Array.isArray(value) ? value : [value]).filter(isRecord)

/** Templates of an event's list that are in a state such as `accept`. */
const templatesIn = (event: Record<string, unknown>, state: string): readonly string[] =>
  listOf(event.List).flatMap(({ TemplateId: id, SubscribeStatusString: status }) =>
    typeof id === 'string' && status === state ? [id] : [],
  )

/**
 * What the platform has pushed about subscription messages (P-SUB-2): accepted in the dialog, turned off in the settings. Pushed more
 * than once it counts once. Other events are left alone.
 */
export async function takePushed(
  runtime: Pick<Runtime, 'db' | 'wallClock'>,
  event: Record<string, unknown>,
): Promise<void> {
  const { FromUserName: openid, Event: name, CreateTime: createdAt } = event
  if (typeof openid !== 'string') return
  if (name !== 'subscribe_msg_popup_event' && name !== 'subscribe_msg_change_event') return
  const at = runtime.wallClock.now()
  const key = createHash('sha256')
    .update(JSON.stringify([openid, name, createdAt, event.List]))
    .digest('hex')
  await inTransaction(runtime.db, async trx => {
    if (!(await isFreshPush(trx, key, at))) return
    if (name === 'subscribe_msg_popup_event') await addCredits(trx, openid, templatesIn(event, 'accept'), at)
    await dropCredits(trx, openid, templatesIn(event, 'reject'), at)
  })
}
