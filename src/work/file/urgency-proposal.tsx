import { Text } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import type { Urgency } from '../../../types/vocabulary'
import { proposalWords } from '../filing/proposal-words'
import type { Classified } from '../hooks/use-classified'

interface UrgencyProposalProps {
  classified: Classified | null
  chosen: Urgency | null
}

/** What the rules make of the words so far, beside the choice of how urgent it is (D-CL-4). */
export const UrgencyProposal = ({ classified, chosen }: UrgencyProposalProps) => {
  const words = classified && proposalWords(classified, chosen)
  return words === null ? null : (
    <Text className="file-proposal" id="urgency-proposal" {...a11y({ live: 'polite' })}>
      {words}
    </Text>
  )
}
