import { act } from 'react'

/** Lets everything happen that waits for its turn: rounds, not milliseconds, so that a busy machine changes nothing. */
export const settle = () =>
  act(async () => {
    for (let round = 0; round < 20; round++) await new Promise(done => setTimeout(done, 0))
  })
