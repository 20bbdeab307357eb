import type * as z from 'zod/mini'
import type { DeepReadonly } from '../deep-readonly'
import { account } from './account'
import { callback } from './callback'
import { campaign } from './campaign'
import { center } from './center'
import type { ActionContract } from './define'
import { incident } from './incident'
import { media } from './media'
import { notice } from './notice'
import { organisation } from './organisation'
import { policy } from './policy'
import { report } from './report'
import { special } from './special'
import { staff } from './staff'
import { survey } from './survey'
import { ticket } from './ticket'

/** Every function and action that can be called, with request, response, callers and errors. */
export const contract = {
  account,
  ticket,
  incident,
  survey,
  callback,
  notice,
  media,
  policy,
  staff,
  center,
  report,
  campaign,
  special,
  organisation,
}

export type Contract = typeof contract
export type FunctionName = keyof Contract
export type ActionName<F extends FunctionName> = keyof Contract[F] & string

type Schemas<F extends FunctionName, A extends ActionName<F>> =
  Contract[F][A] extends ActionContract<infer Request, infer Response>
    ? { request: Request; response: Response }
    : never

/** What a caller sends. Read-only, so that what is kept or cached can be sent without a copy. */
export type RequestOf<F extends FunctionName, A extends ActionName<F>> = DeepReadonly<z.input<Schemas<F, A>['request']>>
/** What an action receives after validation. */
export type InputOf<F extends FunctionName, A extends ActionName<F>> = DeepReadonly<z.output<Schemas<F, A>['request']>>
/** What a caller gets back. */
export type ResponseOf<F extends FunctionName, A extends ActionName<F>> = z.output<Schemas<F, A>['response']>
/** What an action answers. Read-only, so that it can answer with what the server keeps without a copy. */
export type AnswerOf<F extends FunctionName, A extends ActionName<F>> = DeepReadonly<ResponseOf<F, A>>
