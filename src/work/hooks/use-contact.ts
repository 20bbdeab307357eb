import Taro from '@tarojs/taro'
import { useState } from 'react'
import { createSender } from '@/data/send/sender'
import { call } from '@/data/call/client'
import { say, sayError } from '@/shell/feedback'
import { useWide } from '@/shell/use-wide'

interface Contact {
  /** As far as it has been looked up. */
  phone: string | null
  busy: boolean
  /** What the button says it does. */
  word: string
  /**
   * Looks the number up, which the server records (D-PO-4), and calls it in the same tap; at the desk a second tap calls,
   * because a computer has no telephone and its question about one would cover the number.
   */
  callThem: () => Promise<void>
}

/** A complainant's phone, the filer's unless another is named; mount anew for another one. */
export function useContact(ticketId: string, complainant?: string): Contact {
  const [phone, setPhone] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const atDesk = useWide()
  const [sender] = useState(() =>
    createSender<null, { phone: string | null }>((_data, idempotencyKey) =>
      call(
        'ticket',
        'revealContact',
        { ticketId, idempotencyKey, ...(complainant === undefined ? {} : { complainant }) },
        { retries: 2 },
      ),
    ),
  )
  const dial = (phoneNumber: string) => {
    // Refused only by the person, who can still read the number.
    void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
  }
  return {
    phone,
    busy,
    word: phone !== null ? '拨打' : atDesk ? '查看号码' : '打电话',
    async callThem() {
      if (phone !== null) return dial(phone)
      setBusy(true)
      const outcome = await sender.submit(null)
      setBusy(false)
      if (!outcome.ok) return sayError(outcome.error)
      if (outcome.answer.phone === null) return say('没有留下电话，请在工单里回复')
      setPhone(outcome.answer.phone)
      if (!atDesk) dial(outcome.answer.phone)
    },
  }
}
