import { useState } from 'react'
import { Choices, type Choice } from '@/ui/choices'
import { channelLabels, type Channel } from '../../../types/vocabulary'
import { FieldShell } from '@/ui/field-shell'

/** What staff take down comes this way nearly always; the mini-program is what residents use themselves. */
const usual: readonly Channel[] = ['phone', 'inPerson']
const others = (Object.keys(channelLabels) as Channel[]).filter(id => id !== 'miniProgram' && !usual.includes(id))
const unfold = 'others'

interface ChannelFieldProps {
  value: Channel
  onChange: (channel: Channel) => void
}

/** By which way it was reported; the seldom ones are a tap away. */
export const ChannelField = ({ value, onChange }: ChannelFieldProps) => {
  const [whole, setWhole] = useState(!usual.includes(value))
  const shown = whole ? [...usual, ...others] : usual
  const choices: Choice<Channel | typeof unfold>[] = shown.map(id => ({ id, word: channelLabels[id] }))
  return (
    <FieldShell label="来源" id="field-channel">
      <Choices
        choices={whole ? choices : [...choices, { id: unfold, word: '其他来源' }]}
        chosen={[value]}
        onChoose={chosen => (chosen === unfold ? setWhole(true) : onChange(chosen))}
        label="来源"
        idStart="channel"
      />
    </FieldShell>
  )
}
