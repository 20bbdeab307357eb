import type { FastifyInstance, FastifyRequest } from 'fastify'
import { CallError } from '../actions/call-error'
import { dispatch } from '../functions/dispatch'
import { failureOf } from '../functions/failure'
import { type Identity, bearerIdentity } from '../functions/identify'
import type { EmbeddedRuntime } from './embedded-runtime'
import { SignInLimits } from './sign-in-limits'

/** Who calls: a session token, or the openid that a trusted gateway has put into the header. */
export function identityOf(request: FastifyRequest, trustGateway: boolean): Identity {
  const bearer = bearerIdentity(request.headers.authorization)
  if (bearer || !trustGateway) return bearer
  const openid = request.headers['x-wx-openid']
  return typeof openid === 'string' && /^[0-9A-Za-z_-]{1,64}$/.test(openid) ? { openid } : null
}

/** `POST /call/FUNCTION` (docs/architecture.md, Stable interfaces). */
export function callRoute(app: FastifyInstance, runtime: EmbeddedRuntime, trustGateway: boolean): void {
  const signIns = new SignInLimits(runtime.wallClock)
  app.post<{ Params: { function: string } }>('/call/:function', async (request, reply) => {
    const { function: name } = request.params
    const { status, answer } = signIns.admits(request.ip, name, request.body)
      ? await dispatch(runtime, name, request.body, identityOf(request, trustGateway))
      : failureOf(new CallError('rateLimited'), runtime.clock.now(), 'sign-in', runtime.log)
    return reply.code(status).send(answer)
  })
}
