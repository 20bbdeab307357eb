import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import parseRange from 'range-parser'
import { limits } from '../../types/limits'
import { cutText } from '../../types/words/text'
import { CallError } from '../actions/call-error'
import { keyOf, mimeOfKey, thumbKeyOf } from '../actions/media/media-keys'
import { visibleMedia } from '../actions/media/visible-media'
import { storeUpload } from '../actions/media/store-upload'
import { storeSheet } from '../actions/organisation/store-sheet'
import { identify } from '../functions/identify'
import { identityOf } from './call-route'
import type { EmbeddedRuntime } from './embedded-runtime'

const oneFile = '请一次上传一个文件'
const tooLarge = '文件不能超过 10 MB，请压缩后再上传'

interface Upload {
  readonly bytes: Buffer
  readonly mime: string
  readonly name: string
}

/** The one file of a multipart request; anything else that was sent is read to its end, so that the sender hears us. */
async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw CallError.field('invalidRequest', 'file', oneFile)
  const uploads: Upload[] = []
  let cut = false
  try {
    for await (const part of request.files()) {
      const chunks: Buffer[] = []
      for await (const chunk of part.file as AsyncIterable<Buffer>) if (uploads.length === 0) chunks.push(chunk)
      cut ||= part.file.truncated
      uploads.push({ bytes: Buffer.concat(chunks), mime: part.mimetype, name: part.filename })
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'FST_REQ_FILE_TOO_LARGE') throw new CallError('tooLarge', tooLarge)
    throw CallError.field('invalidRequest', 'file', oneFile)
  }
  if (cut) throw new CallError('tooLarge', tooLarge)
  const [upload] = uploads
  if (!upload || uploads.length > 1) throw CallError.field('invalidRequest', 'file', oneFile)
  return upload
}

/** The stretch of bytes a player asks for; null: the whole file. Players send a single range; what cannot be met is ignored. */
function rangeOf(header: string | undefined, size: number): { start: number; end: number } | null {
  const ranges = header === undefined ? -1 : parseRange(size, header)
  if (typeof ranges === 'number' || ranges.type !== 'bytes' || ranges.length !== 1) return null
  return ranges[0] ?? null
}

function sendFile(request: FastifyRequest, reply: FastifyReply, key: string, bytes: Uint8Array): FastifyReply {
  const range = rangeOf(request.headers.range, bytes.byteLength)
  void reply
    .header('content-type', mimeOfKey(key))
    // A medium never changes; a person's browser may keep it, nothing in between.
    .header('cache-control', 'private, max-age=86400, immutable')
    .header('accept-ranges', 'bytes')
    .header('content-security-policy', "default-src 'none'; sandbox")
  if (!range) return reply.send(Buffer.from(bytes))
  return reply
    .code(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${bytes.byteLength}`)
    .send(Buffer.from(bytes.subarray(range.start, range.end + 1)))
}

interface MediaRequest {
  Params: { name: string }
  Querystring: { size?: unknown; until?: unknown; sig?: unknown }
}

/** `POST /sheets` of administrators; `POST /media` and `GET /media/ID[?size=thumb]` with a token, `GET /media/KEY?until&sig` with a signed link. */
export async function mediaRoutes(app: FastifyInstance, runtime: EmbeddedRuntime, trustGateway: boolean) {
  await app.register(multipart, {
    limits: { fileSize: limits.mediaBytes, fields: 10, fieldSize: 10_000, parts: 12 },
    throwFileSizeLimit: false,
  })

  app.post('/media', async (request, reply) => {
    const caller = await identify(runtime, identityOf(request, trustGateway))
    const { bytes, mime } = await readUpload(request)
    const data = await storeUpload(runtime, caller, bytes, mime)
    return reply.send({ ok: true, data, serverTime: runtime.clock.now() })
  })

  app.post('/sheets', async (request, reply) => {
    const caller = await identify(runtime, identityOf(request, trustGateway))
    const { bytes, name } = await readUpload(request)
    const data = await storeSheet(runtime, caller, bytes, cutText(name, limits.shortText))
    return reply.send({ ok: true, data, serverTime: runtime.clock.now() })
  })

  app.get<MediaRequest>('/media/:name', async (request, reply) => {
    const { name } = request.params
    const { size, until, sig } = request.query
    const key = sig === undefined ? await keyForCaller(name, size, request) : keyOfLink(name, until, sig)
    const bytes = await runtime.media.get(key)
    if (!bytes) throw new CallError('notFound')
    return sendFile(request, reply, key, bytes)
  })

  function keyOfLink(key: string, until: unknown, signature: unknown): string {
    const genuine = typeof signature === 'string' && runtime.media.isGenuine(key, Number(until), signature)
    if (!genuine) throw new CallError('notFound', '照片的链接已失效，请刷新页面')
    return key
  }

  async function keyForCaller(id: string, size: unknown, request: FastifyRequest): Promise<string> {
    const caller = await identify(runtime, identityOf(request, trustGateway))
    const [row] = await visibleMedia(runtime, caller, [id])
    if (!row) throw new CallError('notFound')
    return (size === 'thumb' ? thumbKeyOf(row) : null) ?? keyOf(row)
  }
}
