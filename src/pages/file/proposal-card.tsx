import { Text, View } from '@tarojs/components'
import { say } from '@/shell/feedback'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import type { FileDraft } from './draft'
import type { Proposal } from './proposal'

interface ProposalCardProps {
  /** Null: nothing to propose. */
  proposal: Proposal | null
  onChange: (part: Partial<FileDraft>) => void
}

/** Below the description: what it speaks for, why, and one tap that takes it (D-CL-4). */
export const ProposalCard = ({ proposal, onChange }: ProposalCardProps) => {
  if (!proposal) return null
  const take = () => {
    onChange(proposal.part)
    say(`已选：${proposal.what}`)
  }
  return (
    <View className={`file-hint ${proposal.part.emergency ? 'file-hint-late' : ''}`} id="file-proposal">
      <Icon name={proposal.part.emergency ? 'late' : 'idea'} />
      <View className="file-hint-words" {...a11y({ live: 'polite' })}>
        <Text>像是：{proposal.what}</Text>
        <Text className="file-small">{proposal.why}</Text>
      </View>
      <Text
        className="file-link tappable"
        id="file-proposal-take"
        {...a11y({ role: 'button', label: `就选这个：${proposal.what}` })}
        onClick={take}
      >
        就选这个
      </Text>
    </View>
  )
}
