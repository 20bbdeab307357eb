import type { ActionName, AnswerOf, FunctionName, InputOf } from '../../types/contract'
import type { Call, SignedInCall } from './runtime'

/** Actions of the contract that anyone may call; their handlers can't count on a caller. */
export type OpenAction =
  | 'demoPersonas'
  | 'demoSignIn'
  | 'signIn'
  | 'requestPhoneCode'
  | 'phoneSignIn'
  | 'progress'
  | 'setUp'

/** An action's handler: validated input in, the answer of the contract out, `CallError` when refused. */
export type Handler<F extends FunctionName, A extends ActionName<F>> = (
  input: InputOf<F, A>,
  call: A extends OpenAction ? Call : SignedInCall,
) => Promise<AnswerOf<F, A>>

/** The handlers of one function; a missing one does not compile. */
export type Handlers<F extends FunctionName> = { readonly [A in ActionName<F>]: Handler<F, A> }
