import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import type { EmbeddedRuntime } from '../../cloud/host/embedded-runtime'
import { call, signIn } from './templates'

/** One kind of call on one database; each time it takes another ticket where it needs one. */
export type Calls = Readonly<Record<string, () => Promise<unknown>>>

interface Listed {
  readonly items: readonly { ticketId: string; allowedActions: readonly string[] }[]
}

/** The calls that a steward and a clerk make all day. */
export async function callsOn(runtime: EmbeddedRuntime): Promise<Calls> {
  const steward = await signIn(runtime, 'steward-1')
  const clerk = await signIn(runtime, 'clerk-1')
  const assigned = (more: object = {}) => call<Listed>(runtime, steward, 'ticket.list', { scope: 'assigned', ...more })
  const center = (more: object = {}) => call<Listed>(runtime, clerk, 'ticket.list', { scope: 'center', ...more })
  const { items } = await assigned({ limit: 50 })
  const open = items.filter(item => item.allowedActions.includes('note')).map(item => item.ticketId)
  if (open.length < 20) throw new Error(`the steward has only ${open.length} tickets to act on`)
  let turn = 0
  const act = (command: string, text: string) => {
    const ticketId = open[turn++ % open.length]
    return call(runtime, steward, 'ticket.act', { ticketId, idempotencyKey: randomUUID(), command, text })
  }
  return {
    'act note': () => act('note', '已经和保洁班长确认时间。'),
    worklist: () => assigned(),
    'worklist toAccept': () => assigned({ segment: 'toAccept' }),
    'worklist doing': () => assigned({ segment: 'doing' }),
    'worklist dueSoon': () => assigned({ segment: 'dueSoon' }),
    'worklist overdue': () => assigned({ segment: 'overdue' }),
    'summary of a steward': () => call(runtime, steward, 'ticket.summary', {}),
    'desk triage': () => center({ queue: 'triage' }),
    'desk verify': () => center({ queue: 'verify' }),
    'desk unaccepted': () => center({ queue: 'unaccepted' }),
    'desk overdue': () => center({ queue: 'overdue' }),
    'desk newest': () => center(),
    'summary of a clerk': () => call(runtime, clerk, 'ticket.summary', {}),
  }
}

/** ms that one call takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
