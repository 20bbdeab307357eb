import { useEffect, useRef } from 'react'
import type { RequestOf, ResponseOf } from '../../../types/contract/index'
import { call } from '@/data/call/client'
import { serverClock } from '@/data/call/server-clock'
import { ask } from '@/shell/question'
import { instantText } from '@/ui/words/time'

type Earlier = ResponseOf<'ticket', 'earlier'>['items'][number]
/** What goes with a filing once its filer was asked. */
export type SameOrNot = Pick<RequestOf<'ticket', 'file'>, 'sameAs' | 'another'>

/** The one question (D-CB-2); the matter finished last is the likeliest. */
export async function askWhetherSame(
  { ticketId, place, categoryName, filedAt }: Earlier,
  now: number,
): Promise<SameOrNot> {
  const same = await ask({
    title: '还是上次那件事吗？',
    text: `${instantText(filedAt, now)} 反映的“${place} · ${categoryName}”刚处理好。如果又出现了，我们接着那一件重新处理，不用从头说起。`,
    confirm: '是，又出现了',
    cancel: '不是，另一件事',
  })
  return same ? { sameAs: ticketId } : { another: true }
}

interface AskAgain {
  ask: () => Promise<SameOrNot>
  /** It was refused: somebody else has taken that matter up meanwhile, and the next try is a filing of its own. */
  forget: () => void
}

interface Where {
  category: string | null
  placeId: string | null
  anonymous: boolean
}

/**
 * Asks whether it is the matter that was finished lately, where there is one. It is looked for while the form is being filled
 * in, so that nobody waits for it; where that fails nobody is asked, and the filing goes its way.
 */
export function useAskAgain({ category, placeId, anonymous }: Where): AskAgain {
  const found = useRef<Earlier | null>(null)
  const said = useRef<{ ticketId: string; answer: SameOrNot } | null>(null)
  useEffect(() => {
    let current = true
    found.current = null
    if (category === null || placeId === null) return undefined
    call('ticket', 'earlier', { category, placeId, anonymous }, { quiet: true }).then(
      ({ items }) => {
        if (current) found.current = items[0] ?? null
      },
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [category, placeId, anonymous])
  return {
    ask: async () => {
      const matter = found.current
      if (!matter) return {}
      // A second try says the same: under one key there is one filing.
      if (said.current?.ticketId !== matter.ticketId)
        said.current = { ticketId: matter.ticketId, answer: await askWhetherSame(matter, serverClock.now()) }
      return said.current.answer
    },
    forget: () => {
      found.current = null
    },
  }
}
