import type { FastifyInstance } from 'fastify'
import { takePushed } from '../actions/notify/pushed'
import { CallError } from '../actions/call-error'
import { type PushQuery, type PushSecrets, isFromWeChat, readPush } from '../platform/wechat/push'
import type { EmbeddedRuntime } from './embedded-runtime'

/**
 * `/wechat/push`, as it is entered in the platform's message push (safe mode, JSON). Only what is signed and meant for this app is read;
 * the platform wants `success` within 5 s, or asks again.
 */
export function weChatPushRoute(app: FastifyInstance, runtime: EmbeddedRuntime, secrets: PushSecrets): void {
  app.get<{ Querystring: PushQuery & { echostr?: unknown } }>('/wechat/push', async (request, reply) => {
    const { echostr } = request.query
    if (!isFromWeChat(secrets, request.query) || typeof echostr !== 'string') throw new CallError('forbidden')
    return reply.type('text/plain').send(echostr)
  })
  app.post<{ Querystring: PushQuery }>('/wechat/push', async (request, reply) => {
    const event = readPush(secrets, request.query, request.body)
    if (!event) throw new CallError('forbidden')
    await takePushed(runtime, event)
    return reply.type('text/plain').send('success')
  })
}
