import type * as z from 'zod/mini'
import type { ErrorCode } from '../errors'
import type { Role } from '../vocabulary'

/** Who may call: posts, or `anyone` without a sign-in. `signedIn` stands for every post and a resident without rooms. */
export type Caller = Role | 'signedIn' | 'anyone'

export interface ActionContract<
  Request extends z.ZodMiniType = z.ZodMiniType,
  Response extends z.ZodMiniType = z.ZodMiniType,
> {
  /** One sentence for `/contract.json`. */
  readonly about: string
  readonly callers: readonly Caller[]
  readonly request: Request
  readonly response: Response
  /** Beyond `commonErrors`, which every action may answer with. */
  readonly errors: readonly ErrorCode[]
  /** Carries `idempotencyKey`: may be repeated by the client after a dropped connection. */
  readonly idempotent?: boolean
  /** Exists in demo mode only. */
  readonly demoOnly?: boolean
}

export const commonErrors = [
  'malformedRequest',
  'invalidRequest',
  'unauthenticated',
  'forbidden',
  'tooLarge',
  'rateLimited',
  'internal',
  'unavailable',
] as const satisfies readonly ErrorCode[]

/** Keeps the literal types of one action's schemas. */
export const action = <Request extends z.ZodMiniType, Response extends z.ZodMiniType>(
  contract: ActionContract<Request, Response>,
): ActionContract<Request, Response> => contract
