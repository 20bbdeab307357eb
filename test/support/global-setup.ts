import { RUN_VARIABLE, removeLeftovers } from './postgres'

/** Names the run for its workers (they inherit the variable) and clears away what killed runs have left. */
export default async function setUp(): Promise<void> {
  process.env[RUN_VARIABLE] = String(process.pid)
  await removeLeftovers()
}
