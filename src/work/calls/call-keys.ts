import type { CallForm } from './use-call-form'
import { isField, type Pressed } from '../words/pressed'

/** What a key does at the callback desk; a number presses the answer that has it. */
export type CallKey = 'up' | 'down' | 'before' | 'go' | 'break' | 'phone' | 'leave' | { readonly press: number }

/** What the hints depend on. */
type Shown = Pick<CallForm, 'draft' | 'question' | 'mayBreakOff'>

const answerHint = ({ draft, question }: Shown): string => {
  if (draft.began === null) return '1–5 选结果'
  if (draft.began !== 'asked') return '回车记下'
  if (question.startsWith('more:')) return '可以不答 · 回车下一题'
  switch (question) {
    case 'solved':
      return '1 解决了 · 2 还没解决'
    case 'reasons':
      return '1–7 选原因 · 回车下一题'
    case 'last':
      return '回车记下'
    default:
      return '5 非常满意 … 1 很不满意'
  }
}

/** Shown where there is a keyboard: what a key does at this moment. */
export const keyHints = (shown: Shown): string =>
  [
    answerHint(shown),
    ...(shown.draft.began === null ? [] : ['← 上一步']),
    ...(shown.mayBreakOff ? ['9 只答到这里'] : []),
    '↑ ↓ 换一位',
    '0 看号码',
  ].join(' · ')

/** While one types, Enter with Ctrl goes on and Escape leaves the field; everything else belongs to the field. */
const inField = ({ key, ctrlKey, metaKey }: Pressed): CallKey | null => {
  if (key === 'Escape') return 'leave'
  return key === 'Enter' && (ctrlKey || metaKey) ? 'go' : null
}

const named: Readonly<Record<string, CallKey>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'before',
  Enter: 'go',
  '0': 'phone',
  '9': 'break',
}

export function callKeyOf(pressed: Pressed): CallKey | null {
  const { key, altKey, ctrlKey, metaKey, tagName } = pressed
  if (isField(tagName)) return inField(pressed)
  if (altKey || ctrlKey || metaKey) return null
  return named[key] ?? (/^[1-8]$/.test(key) ? { press: Number(key) } : null)
}
