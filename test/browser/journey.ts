import { journeyTable, playJourneys } from './journeys'
import { openStage } from './stage'

/** `npm run journey`: plays the main tasks in Chromium and prints what they cost. */
async function main(): Promise<void> {
  const stage = await openStage()
  try {
    const journeys = await playJourneys(stage)
    console.log(journeyTable(journeys))
    if (journeys.some(({ limit, touches }) => limit.of(touches) > limit.most)) process.exitCode = 1
  } finally {
    await stage.close()
  }
}

void main()
