import type { Call } from '../actions/runtime'
import type { Handlers } from '../actions/handlers'
import { type FunctionName, contract } from '../../types/contract'
import type { ActionContract } from '../../types/contract/define'

/** Handlers by function: all of them on the host, one function's in a cloud function. */
export type FunctionHandlers = { readonly [F in FunctionName]?: Handlers<F> }

export interface FoundAction {
  readonly contract: ActionContract
  readonly handle: (input: unknown, call: Call) => Promise<unknown>
}

/** Only what an object itself has: `constructor` and `__proto__` name nothing. */
function ownValue(object: object | undefined, key: string): unknown {
  return object && Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined
}

/**
 * The action of that name with its contract; null: there is none, or none outside the demo.
 * Which input a handler takes follows from the contract's schema of the same name (`Handlers`), so the input that has
 * passed that schema fits; the types of all handlers together can't say so.
 */
export function findAction(
  handlers: FunctionHandlers,
  functionName: string,
  actionName: string,
  demo: boolean,
): FoundAction | null {
  const known = ownValue(ownValue(contract, functionName) as object | undefined, actionName)
  const handle = ownValue(ownValue(handlers, functionName) as object | undefined, actionName)
  if (!known || !handle) return null
  const found = { contract: known, handle } as FoundAction
  return found.contract.demoOnly && !demo ? null : found
}
