import type { TimelineEntry } from '../../../types/contract/ticket-views'
import { withEarlier, withNewer } from './joined-entries'

const entry = (seq: number): TimelineEntry => ({
  seq,
  at: seq,
  type: 'replied',
  title: '回复',
  text: null,
  actor: null,
  mine: false,
  internal: false,
  media: [],
})
const from = (first: number, last: number, cursor: string | null) => ({
  entries: Array.from({ length: last - first + 1 }, (_, index) => entry(first + index)),
  cursor,
})
const seqs = ({ entries }: { entries: readonly TimelineEntry[] }) => entries.map(({ seq }) => seq)

describe('a history read in parts', () => {
  test('an earlier page goes before what is shown, each entry once', () => {
    const both = withEarlier(from(5, 8, '5'), from(2, 5, '2'))
    expect([seqs(both), both.cursor]).toEqual([[2, 3, 4, 5, 6, 7, 8], '2'])
  })

  test('a fresh reading keeps what was loaded before it', () => {
    const shown = withEarlier(from(5, 8, '5'), from(1, 4, null))
    const both = withNewer(shown, from(6, 9, '6'))
    expect([seqs(both), both.cursor]).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9], null])
  })

  test('where something may lie between, it begins anew', () => {
    const both = withNewer(from(1, 4, null), from(60, 61, '60'))
    expect([seqs(both), both.cursor]).toEqual([[60, 61], '60'])
    expect(withNewer(null, from(1, 2, null)).cursor).toBeNull()
  })
})
