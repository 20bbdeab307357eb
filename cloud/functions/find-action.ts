import type { Call } from '../actions/runtime'
import type { Handlers } from '../actions/handlers'
import type { Contract, FunctionName } from '../../types/contract'
import type { ActionContract } from '../../types/contract/define'

/** One function of the contract with what answers it. An action without a handler is unknown. */
export interface ServedFunction<F extends FunctionName> {
  readonly contract: Contract[F]
  readonly handlers: Partial<Handlers<F>>
}

/** Served functions by name: all of them on the host, one in a cloud function, which carries no other's contract. */
export type ServedFunctions = { readonly [F in FunctionName]?: ServedFunction<F> }

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
  functions: ServedFunctions,
  functionName: string,
  actionName: string,
  demo: boolean,
): FoundAction | null {
  const served = ownValue(functions, functionName) as ServedFunction<FunctionName> | undefined
  const known = ownValue(served?.contract, actionName)
  const handle = ownValue(served?.handlers, actionName)
  if (!known || !handle) return null
  const found = { contract: known, handle } as FoundAction
  return found.contract.demoOnly && !demo ? null : found
}
