import type { FastifyInstance, FastifyRequest } from 'fastify'
import { CallError } from '../actions/call-error'
import { networkOf } from '../functions/caller-address'
import { dispatch } from '../functions/dispatch'
import { failureOf } from '../functions/failure'
import { type Identity, bearerIdentity } from '../functions/identify'
import type { EmbeddedRuntime } from './embedded-runtime'
import { signInLimits } from './sign-in-limits'

/** Who calls: a session token, or the openid that a trusted gateway has put into the header. */
export function identityOf(request: FastifyRequest, trustGateway: boolean): Identity {
  const bearer = bearerIdentity(request.headers.authorization)
  if (bearer || !trustGateway) return bearer
  const openid = request.headers['x-wx-openid']
  return typeof openid === 'string' && /^[0-9A-Za-z_-]{1,64}$/.test(openid) ? { openid } : null
}

/** `POST /call/FUNCTION` (docs/architecture.md, Stable interfaces). */
export async function callRoute(app: FastifyInstance, runtime: EmbeddedRuntime, trustGateway: boolean): Promise<void> {
  const admits = await signInLimits(app)
  app.post<{ Params: { function: string } }>('/call/:function', async (request, reply) => {
    const { function: name } = request.params
    const { status, answer } = (await admits(request, name))
      ? await dispatch(runtime, name, request.body, identityOf(request, trustGateway), networkOf(request.ip))
      : failureOf(new CallError('rateLimited'), runtime.clock.now(), 'sign-in', runtime.log)
    return reply.code(status).send(answer)
  })
}
