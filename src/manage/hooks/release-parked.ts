import { createSender, type Sender } from '@/data/send/sender'
import { call } from '@/data/call/client'
import { ask, say, sayError } from '@/shell/feedback'
import type { ResponseOf } from '../../../types/contract/index'

type Released = ResponseOf<'center', 'releaseParked'>

/** One per ticket: a repeat after a lost answer carries the same key (D-IN-5). */
const senders = new Map<string, Sender<null, Released>>()

const senderOf = (ticketId: string): Sender<null, Released> => {
  const known = senders.get(ticketId)
  if (known) return known
  const made = createSender<null, Released>((_data, idempotencyKey) =>
    call('center', 'releaseParked', { idempotencyKey, ticketId }, { retries: 2 }),
  )
  senders.set(ticketId, made)
  return made
}

/** Asks, has what was set aside of the ticket tried again, and says what came of it. False: nothing was sent, or it failed. */
export async function tryAgain({ ticketId, number }: { ticketId: string; number: string }): Promise<boolean> {
  const sure = await ask({
    title: `重新尝试工单 ${number}？`,
    text: '下一次运行（一分钟内）会再做一遍；还是不行会重新放回这里',
    confirm: '重新尝试',
  })
  if (!sure) return false
  const outcome = await senderOf(ticketId).submit(null)
  if (!outcome.ok) {
    sayError(outcome.error)
    return false
  }
  say(outcome.answer.released ? '好的，一分钟内会再试一次' : '这张工单已经不在这里了，可能刚有人处理过')
  return true
}
