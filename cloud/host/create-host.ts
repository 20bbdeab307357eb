import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import helmet from '@fastify/helmet'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { CallError } from '../actions/call-error'
import { failureOf } from '../functions/failure'
import { callRoute } from './call-route'
import { contractDocument } from './contract-json'
import { demoClockRoutes } from './demo-clock-routes'
import type { EmbeddedRuntime } from './embedded-runtime'
import { readJson } from './json-body'
import { mediaRoutes } from './media-routes'
import { healthOf, unannouncedYearsOf } from './timers-health'
import { type PageFolders, pageFiles, pageRoutes } from './pages'
import { securityHeaders } from './security-headers'
import type { Timers } from './timers'
import { weChatPushRoute } from './wechat-push-route'

export interface HostParts {
  readonly runtime: EmbeddedRuntime
  readonly timers: Timers
  readonly pages: PageFolders
  readonly trustGateway: boolean
  readonly trustProxy: boolean
}

/** Longest a request may take to arrive, ms: ten megabytes over a bad network, and no connection held for ever. */
const requestTimeout = 120_000

/** What Fastify itself refuses (an unknown content type, a broken header) in the words of the contract. */
function asCallError(error: unknown): unknown {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (error instanceof CallError || !(status >= 400 && status < 500)) return error
  return new CallError(status === 413 ? 'tooLarge' : 'malformedRequest')
}

/** Every address of the host (docs/architecture.md, Stable interfaces). It listens when `listen` is called. */
export async function createHost(parts: HostParts): Promise<FastifyInstance> {
  const { runtime, timers, pages, trustGateway } = parts
  const app = fastify({
    trustProxy: parts.trustProxy,
    requestTimeout,
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
    logger: false,
  })
  await app.register(helmet, securityHeaders(pageFiles(pages)))
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id))
  const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const about = `${request.method} ${request.routeOptions.url ?? 'unknown address'} ${request.id}`
    const { status, answer } = failureOf(asCallError(error), runtime.clock.now(), about, runtime.log)
    return reply.code(status).header('cache-control', 'no-store').type('application/json; charset=utf-8').send(answer)
  }
  app.setErrorHandler(refuse)
  app.setNotFoundHandler((request, reply) => refuse(new CallError('notFound', '没有这个地址'), request, reply))

  await app.register(async json => {
    json.removeAllContentTypeParsers()
    // Whatever the sender calls it: what counts is whether it is JSON.
    json.addContentTypeParser('*', (_request: FastifyRequest, payload: IncomingMessage) => readJson(payload))
    json.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))
    await callRoute(json, runtime, trustGateway)
    if (runtime.push) weChatPushRoute(json, runtime, runtime.push)
    if (runtime.demoClock) demoClockRoutes(json, runtime.demoClock, timers)
  })
  await app.register(media => mediaRoutes(media, runtime, trustGateway))

  const timersHealth = healthOf(runtime)
  const unannouncedYears = unannouncedYearsOf(runtime)
  app.get('/healthz', async (_request, reply) => {
    const ok = await runtime.database.ping()
    const { engine } = runtime.database
    const uptimeSeconds = Math.round(process.uptime())
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({
        ok,
        engine,
        demo: runtime.demo,
        uptimeSeconds,
        now: runtime.clock.now(),
        timers: ok ? await timersHealth() : null,
        unannouncedYears: ok ? await unannouncedYears() : null,
      })
  })
  // Made when somebody asks: it takes as long as all the rest of a start.
  let document: ReturnType<typeof contractDocument> | undefined
  app.get('/contract.json', async (_request, reply) =>
    reply.header('cache-control', 'no-cache').send((document ??= contractDocument(runtime.demo))),
  )
  await app.register(app => pageRoutes(app, pages))
  return app
}
