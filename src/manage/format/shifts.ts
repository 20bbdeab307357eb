import type { Shift } from '../../../types/contract/policy-document'

/** Whether shifts of one day can stand: each goes forward and none touches another. Null: they can; else what to do. */
export function shiftsFault(shifts: readonly Shift[]): string | null {
  const inOrder = [...shifts].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [index, [from, to]] of inOrder.entries()) {
    if (from >= to) return `${from}–${to} 的结束要晚于开始；跨零点请拆成两天`
    const next = inOrder[index + 1]
    if (next && next[0] < to) return `${from}–${to} 与 ${next[0]}–${next[1]} 重叠`
  }
  return null
}
