import { createSenders } from '@/data/send/senders'
import { call } from '@/data/call/client'
import { ask, say, sayError } from '@/shell/feedback'
import type { ResponseOf } from '../../../types/contract/index'
import type { Health } from './use-health'

type Retried = ResponseOf<'center', 'retryDeadLetter'>
type Letter = Pick<Health['deadLetters'][number], 'work' | 'itemId' | 'number'>

const senders = createSenders<Retried>()

const senderOf = ({ work, itemId }: Letter) =>
  senders.of(`${work} ${itemId}`, idempotencyKey =>
    call('center', 'retryDeadLetter', { idempotencyKey, work, itemId }, { retries: 2 }),
  )

/** Asks, has the dead letter tried again, and says what came of it. False: nothing was sent, or it failed. */
export async function retryDeadLetter(letter: Letter): Promise<boolean> {
  const sure = await ask({
    title: letter.number === null ? '重新尝试？' : `重新尝试工单 ${letter.number}？`,
    text: '下一次运行（一分钟内）会再做一遍；还是不行会重新放回这里',
    confirm: '重新尝试',
  })
  if (!sure) return false
  const outcome = await senderOf(letter).submit(null)
  if (!outcome.ok) {
    sayError(outcome.error)
    return false
  }
  say(outcome.answer.retried ? '好的，一分钟内会再试一次' : '这一项已经不在这里了，可能刚有人处理过')
  return true
}
