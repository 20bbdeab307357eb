/** A call over the wire: the ticket, the round, and the number of the call within it. */
export interface CallTaskId {
  readonly ticketId: string
  readonly round: number
  readonly task: number
}

export const taskIdOf = ({ ticketId, round, task }: CallTaskId): string => `${ticketId}:${round}.${task}`

/** null: no such id was ever given. */
export function readTaskId(taskId: string): CallTaskId | null {
  const [, ticketId, round, task] = /^(.+):(\d{1,6})\.(\d{1,6})$/.exec(taskId) ?? []
  return ticketId === undefined ? null : { ticketId, round: Number(round), task: Number(task) }
}
