import type { TemplateKind } from '../../../types/message-templates'

/** What decides which template a notice goes by. */
export interface NoticeOf {
  readonly type: string
  readonly title: string
  /** Whether its receiver is one of the complainants, or lives with one. */
  readonly toResident: boolean
}

interface AsksToRate {
  readonly types: readonly string[]
  readonly joined: string
  readonly title: string
}

/** A request to rate, news of one's own matter, or work to be done. */
export function templateKindOf({ type, title, toResident }: NoticeOf, asks: AsksToRate): TemplateKind {
  if (!toResident) return 'work'
  return asks.types.includes(type) || (type === asks.joined && title === asks.title) ? 'rate' : 'progress'
}
