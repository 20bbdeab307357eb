interface Timer {
  at: number
  every: number | null
  run: () => void
}

/** Timers that fire only when the test lets time pass; no test waits for a real clock. Instants in epoch ms. */
export class VirtualTime {
  private timers = new Map<number, Timer>()
  private nextId = 1

  constructor(private instant: number) {}

  now = (): number => this.instant

  setTimeout = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): number =>
    this.add({ at: this.instant + Math.max(0, Number(ms) || 0), every: null, run: () => run(...args) })

  setInterval = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): number => {
    const every = Math.max(1, Number(ms) || 0)
    return this.add({ at: this.instant + every, every, run: () => run(...args) })
  }

  clear = (id?: number): void => {
    if (id !== undefined) this.timers.delete(id)
  }

  /** Runs the earliest timer due up to `until` and moves the clock to it; false when there is none. */
  step(until: number): boolean {
    let next: [number, Timer] | null = null
    for (const entry of this.timers) if (entry[1].at <= until && (!next || entry[1].at < next[1].at)) next = entry
    if (!next) return false
    const [id, timer] = next
    this.instant = Math.max(this.instant, timer.at)
    if (timer.every === null) this.timers.delete(id)
    else timer.at += timer.every
    timer.run()
    return true
  }

  moveTo(instant: number): void {
    this.instant = Math.max(this.instant, instant)
  }

  private add(timer: Timer): number {
    this.timers.set(this.nextId, timer)
    return this.nextId++
  }
}
