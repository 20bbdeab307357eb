import { toJson } from '../../store/engine/json'
import type { Handler } from '../handlers'

/** Stores what was sent over what was there; repeating it changes nothing. */
export const updateSettings: Handler<'account', 'updateSettings'> = async (input, { runtime, caller }) => {
  const next = { ...caller.person.settings, ...input }
  await runtime.db
    .updateTable('person')
    .set({ settings: toJson(next) })
    .where('id', '=', caller.actor.id)
    .execute()
  return input
}
