import { type CountChanges, askingsOf, countChanges } from '../../cloud/domain/counting/changes'
import { askingOf, endingOfRow } from '../../cloud/store/counting/rows'
import { policyFor } from '../../cloud/store/place/center'
import type { CompiledPolicy } from '../../cloud/domain/policy/compile/compile'
import type { Recorded } from '../../cloud/domain/ticket/events'
import type { Ticket } from '../../cloud/domain/ticket/state'
import type { Runtime } from '../../cloud/actions/runtime'

/** Every version of the rules that a ticket of this history has run under. */
async function policiesOf(runtime: Runtime, centerId: string, history: readonly Recorded[]) {
  const versions = history.flatMap(({ event }) =>
    event.type === 'filed' ? [event.policyVersion] : event.type === 'policyApplied' ? [event.version] : [],
  )
  const policies = new Map<number, CompiledPolicy>()
  for (const version of new Set(versions))
    policies.set(version, await policyFor(runtime, { centerId, policyVersion: version }))
  return ({ policyVersion }: Ticket): CompiledPolicy => {
    const policy = policies.get(policyVersion)
    if (!policy) throw new Error(`no policy ${policyVersion}`)
    return policy
  }
}

/** What is counted of a ticket, from its history alone. */
export async function countsOf(
  runtime: Runtime,
  centerId: string,
  history: readonly Recorded[],
): Promise<{ readonly askings: ReturnType<typeof askingsOf>; readonly ended: CountChanges['ended'] }> {
  const changes = countChanges(null, history, await policiesOf(runtime, centerId, history))
  return { askings: askingsOf(changes), ended: changes.ended }
}

/** The same as the store holds it. */
export async function storedCounts({ db }: Pick<Runtime, 'db'>, ticketId: string): ReturnType<typeof countsOf> {
  const askings = await db.selectFrom('asking').where('ticket_id', '=', ticketId).selectAll().execute()
  const endings = await db.selectFrom('ending').where('ticket_id', '=', ticketId).orderBy('seq').selectAll().execute()
  return { askings: askings.map(askingOf), ended: endings.map(endingOfRow) }
}
