import { randomUUID } from 'node:crypto'
import { dispatch } from '../../cloud/functions/dispatch'
import type { EmbeddedRuntime } from '../../cloud/host/embedded-runtime'

/** Calls an action in this process, from the request to the answer, without HTTP in between. */
export async function call<T>(runtime: EmbeddedRuntime, token: string | null, name: string, data: object): Promise<T> {
  const [functionName = '', action] = name.split('.')
  const { answer } = await dispatch(runtime, functionName, { action, data }, token === null ? null : { token })
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`)
  return answer.data as T
}

export async function signIn(runtime: EmbeddedRuntime, persona: string): Promise<string> {
  return (await call<{ token: string }>(runtime, null, 'account.demoSignIn', { persona })).token
}

const act = (runtime: EmbeddedRuntime, token: string, ticketId: string, command: string, fields: object = {}) =>
  call(runtime, token, 'ticket.act', { ticketId, idempotencyKey: randomUUID(), command, ...fields })

const completion = {
  summary: '已经安排保洁清理完毕，并在楼道贴了提醒，请邻居们不要再堆放杂物。',
  cause: { factor: 'people', detail: '装修工人临时堆放' },
  verdict: 'substantiated',
  responsibleParty: 'otherResident',
}

/** What a steward has on the table: as far as each of these has come. */
const stages = ['dispatched', 'dispatched', 'inProgress', 'inProgress', 'onHold', 'completed', 'callback'] as const

/** Adds open tickets in building 1, made by the real actions: those at the steward, and one in the clerk's triage. */
export async function fileOpenTickets(runtime: EmbeddedRuntime): Promise<void> {
  const steward = await signIn(runtime, 'steward-1')
  const clerk = await signIn(runtime, 'clerk-1')
  for (const [index, stage] of [...stages, 'submitted' as const].entries()) {
    const resident = await signIn(runtime, `resident-${index + 1}`)
    const me = await call<{ rooms: { placeId: string }[] }>(runtime, resident, 'account.me', {})
    const { ticketId } = await call<{ ticketId: string }>(runtime, resident, 'ticket.file', {
      idempotencyKey: randomUUID(),
      kind: 'complaint',
      category: stage === 'submitted' ? 'attitude' : 'corridor',
      placeId: me.rooms[0]?.placeId,
      text: '三楼到四楼的楼道里堆着建筑垃圾已经有一个星期了，老人和小孩经过很不方便，麻烦尽快安排人来清理。',
    })
    if (stage === 'dispatched' || stage === 'submitted') continue
    await act(runtime, steward, ticketId, 'accept')
    await act(runtime, steward, ticketId, 'reply', { text: '您好，我已经联系保洁，今天下午上门清理。' })
    if (stage === 'onHold') await act(runtime, steward, ticketId, 'hold', { reason: 'awaitingThirdParty' })
    if (stage === 'completed' || stage === 'callback') await act(runtime, steward, ticketId, 'complete', completion)
    if (stage === 'callback') await act(runtime, clerk, ticketId, 'verify', { text: '现场已经看过。' })
  }
}
