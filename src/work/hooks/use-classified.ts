import type { AbortSignalLike } from '@/data/call/abort'
import { call } from '@/data/call/client'
import { useReading } from '@/data/read/use-reading'
import { useSettled } from '@/data/read/use-settled'
import type { RequestOf, ResponseOf } from '../../../types/contract/index'
import type { FileForDraft } from '../filing/file-for'

type Asked = RequestOf<'ticket', 'classify'>
export type Classified = ResponseOf<'ticket', 'classify'>

const load = (key: string, signal: AbortSignalLike): Promise<Classified> =>
  call('ticket', 'classify', JSON.parse(key) as Asked, { retries: 1, quiet: true, signal })

/** What the rules make of the words so far (D-CL-4); null: nothing yet. */
export function useClassified(draft: Pick<FileForDraft, 'kind' | 'category' | 'text'>): Classified | null {
  const { kind, category, text } = draft
  const asked: Asked = { kind, ...(category === null ? {} : { category }), text }
  const key = useSettled(JSON.stringify(asked), 500)
  const written = category !== null || text.trim() !== ''
  const { value } = useReading<Classified>({ name: 'ticket.classify', key, load, keep: false, enabled: written })
  return written ? value : null
}
