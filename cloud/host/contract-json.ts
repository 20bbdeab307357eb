import * as z from 'zod/mini'
import { contract } from '../../types/contract'
import { type ActionContract, commonErrors } from '../../types/contract/define'
import { errorCodes } from '../../types/errors'

/** A check that JSON Schema has no word for (a storable text) is left out; what a schema says is true all the same. */
const asJsonSchema = (schema: z.ZodMiniType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' })

/** `GET /contract.json`: every action that exists here, from the same schemas that requests are checked by. */
export function contractDocument(demo: boolean) {
  const functions: [string, Record<string, ActionContract>][] = Object.entries(contract)
  const actions = functions.flatMap(([functionName, its]) =>
    Object.entries(its)
      .filter(([, action]) => demo || !action.demoOnly)
      .map(([name, action]) => ({
        function: functionName,
        action: name,
        about: action.about,
        roles: action.callers,
        idempotent: action.idempotent ?? false,
        demoOnly: action.demoOnly ?? false,
        request: asJsonSchema(action.request, 'input'),
        response: asJsonSchema(action.response, 'output'),
        errors: [...new Set([...commonErrors, ...action.errors])],
      })),
  )
  return { actions, errorCodes }
}
