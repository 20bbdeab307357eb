import { useState } from 'react'
import { call } from '@/data/call/client'
import { announceWritten } from '@/data/send/written'
import { say, sayError } from '@/shell/feedback'
import { Section } from '@/ui/section'
import { SwitchField } from '@/ui/switch-field'

interface FollowSwitchProps {
  ticketId: string
  following: boolean
}

/** Of a matter of the family: whether one is told how it goes on (D-AC-2). */
export const FollowSwitch = ({ ticketId, following }: FollowSwitchProps) => {
  const [busy, setBusy] = useState(false)
  const follow = async (follows: boolean) => {
    setBusy(true)
    try {
      await call('ticket', 'follow', { ticketId, follows }, { retries: 2 })
      say(follows ? '有进展会告诉您' : '不再告诉您进展')
      announceWritten()
    } catch (error) {
      sayError(error)
    }
    setBusy(false)
  }
  return (
    <Section>
      <SwitchField
        id="ticket-follow"
        label="有进展告诉我"
        checked={following}
        disabled={busy}
        onChange={follows => void follow(follows)}
      />
    </Section>
  )
}
