import { journeyTable, playJourneys } from './journeys'
import { openStage } from './stage'

/** How many taps, keys and characters the main tasks cost: `npm run journey` prints the same. */

jest.setTimeout(300_000)

test('the main tasks take no more taps than they may', async () => {
  const stage = await openStage()
  try {
    const journeys = await playJourneys(stage)
    expect(journeys).toHaveLength(6)
    expect(journeyTable(journeys)).not.toContain('NOT HELD')
  } finally {
    await stage.close()
  }
})
