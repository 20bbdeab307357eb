/** Something that becomes due at an instant (epoch ms); `order` breaks ties, so that the same input always runs alike. */
export interface Due<T> {
  readonly at: number
  readonly order: number
  readonly item: T
}

const before = <T>(one: Due<T>, other: Due<T>): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order)

/** Earliest first; a binary heap, because a year's tickets pass through it many times over. */
export class DueQueue<T> {
  private readonly heap: Due<T>[] = []

  push(due: Due<T>): void {
    const { heap } = this
    let at = heap.length
    heap.push(due)
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = heap[parent]
      if (!above || !before(due, above)) break
      heap[at] = above
      at = parent
    }
    heap[at] = due
  }

  peek(): Due<T> | undefined {
    return this.heap[0]
  }

  pop(): Due<T> | undefined {
    const { heap } = this
    const first = heap[0]
    const last = heap.pop()
    if (!first || !last || heap.length === 0) return first
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      const [one, other] = [heap[left], heap[left + 1]]
      if (!one) break
      const child = other && before(other, one) ? left + 1 : left
      const smaller = heap[child]
      if (!smaller || !before(smaller, last)) break
      heap[at] = smaller
      at = child
    }
    heap[at] = last
    return first
  }
}
