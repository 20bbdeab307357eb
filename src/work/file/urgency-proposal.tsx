import { Text } from '@tarojs/components'
import type { AbortSignalLike } from '@/data/call/abort'
import { call } from '@/data/call/client'
import { useReading } from '@/data/read/use-reading'
import { a11y } from '@/ui/a11y'
import type { RequestOf, ResponseOf } from '../../../types/contract/index'
import { proposalWords } from '../filing/proposal-words'
import type { FileForDraft } from '../filing/file-for'
import { useSettled } from '@/data/read/use-settled'

type Asked = RequestOf<'ticket', 'classify'>
type Classified = ResponseOf<'ticket', 'classify'>

const load = (key: string, signal: AbortSignalLike): Promise<Classified> =>
  call('ticket', 'classify', JSON.parse(key) as Asked, { retries: 1, quiet: true, signal })

/** What the rules make of the words so far, beside the choice of how urgent it is (D-CL-4). */
export const UrgencyProposal = ({ draft }: { draft: Pick<FileForDraft, 'kind' | 'category' | 'text' | 'urgency'> }) => {
  const { kind, category, text, urgency } = draft
  const asked: Asked = { kind, ...(category === null ? {} : { category }), text }
  const key = useSettled(JSON.stringify(asked), 500)
  const written = category !== null || text.trim() !== ''
  const { value } = useReading<Classified>({ name: 'ticket.classify', key, load, keep: false, enabled: written })
  const words = written && value ? proposalWords(value, urgency) : null
  return words === null ? null : (
    <Text className="file-proposal" id="urgency-proposal" {...a11y({ live: 'polite' })}>
      {words}
    </Text>
  )
}
