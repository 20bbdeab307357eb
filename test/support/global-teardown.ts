import { removeRun, runFolder } from './postgres'

/** Ends the PostgreSQL of this run, whichever worker had started it. */
export default async function tearDown(): Promise<void> {
  await removeRun(runFolder())
}
