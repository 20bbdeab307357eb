import { Unavailable } from './errors'

/** First come, first served. */
export class Mutex {
  private held = false
  private readonly waiting: (() => void)[] = []

  /**
   * Waits until the lock is free. After `timeoutMs` it gives up with `Unavailable`: on the one connection of PGlite a
   * query on `db` inside a transaction would otherwise wait for itself for ever.
   */
  async acquire(timeoutMs: number): Promise<void> {
    if (!this.held) {
      this.held = true
      return
    }
    await new Promise<void>((resolve, reject) => {
      const turn = () => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(turn), 1)
        reject(new Unavailable(`waited ${timeoutMs} ms for the only connection; is \`db\` used inside a transaction?`))
      }, timeoutMs)
      this.waiting.push(turn)
    })
  }

  /** Hands the lock to the longest waiting, who never sees it free in between. */
  release(): void {
    const next = this.waiting.shift()
    if (next) next()
    else this.held = false
  }
}
