import type * as z from 'zod/mini'
import { account } from './account'
import { center } from './center'
import type { ActionContract } from './define'
import { media } from './media'
import { notice } from './notice'
import { policy } from './policy'
import { staff } from './staff'
import { survey } from './survey'
import { ticket } from './ticket'

/** Every function and action that can be called, with request, response, callers and errors. */
export const contract = { account, ticket, survey, notice, media, policy, staff, center }

export type Contract = typeof contract
export type FunctionName = keyof Contract
export type ActionName<F extends FunctionName> = keyof Contract[F] & string

type Schemas<F extends FunctionName, A extends ActionName<F>> =
  Contract[F][A] extends ActionContract<infer Request, infer Response>
    ? { request: Request; response: Response }
    : never

/** What a caller sends. */
export type RequestOf<F extends FunctionName, A extends ActionName<F>> = z.input<Schemas<F, A>['request']>
/** What an action receives after validation. */
export type InputOf<F extends FunctionName, A extends ActionName<F>> = z.output<Schemas<F, A>['request']>
/** What an action answers. */
export type ResponseOf<F extends FunctionName, A extends ActionName<F>> = z.output<Schemas<F, A>['response']>
