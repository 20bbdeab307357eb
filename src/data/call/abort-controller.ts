import { createAborter, type Aborter, type AbortSignalLike } from './abort'

/** What the query cache asks the platform for; mini-programs have none, so the build puts this in its place. */
export class MiniAbortController implements Aborter {
  readonly signal: AbortSignalLike
  readonly abort: () => void

  constructor() {
    const aborter = createAborter()
    this.signal = aborter.signal
    this.abort = () => aborter.abort()
  }
}
