import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyCompress from '@fastify/compress'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

export interface PageFolders {
  /** The browser build. */
  readonly h5: string
  /** The demo's page; null outside the demo. */
  readonly demo: string | null
}

export const pageFiles = ({ h5, demo }: PageFolders): string[] => [
  join(h5, 'index.html'),
  ...(demo ? [join(demo, 'index.html')] : []),
]

const cacheControl = (path: string): string =>
  // Names of scripts and styles carry a hash of their content; the page that names them is asked for each time.
  /[\\/](js|css|static)[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'

/** The browser build, and in the demo its page with the three phones. */
export async function pageRoutes(app: FastifyInstance, { h5, demo }: PageFolders): Promise<void> {
  // Over a phone's network the first opening is what counts. Only here: what people said is never compressed, since its
  // length would tell an eavesdropper about it.
  await app.register(fastifyCompress, { encodings: ['gzip'], globalDecompression: false })
  if (demo && existsSync(join(demo, 'index.html'))) {
    await app.register(fastifyStatic, {
      root: demo,
      prefix: '/demo/',
      decorateReply: false,
      cacheControl: false,
      allowedPath: path => /\.(html|js|css|svg|png|webp|json)$/.test(path) || path === '/',
      setHeaders: response => void response.setHeader('cache-control', 'no-cache'),
    })
    app.get('/demo', async (_request, reply) => reply.redirect('/demo/'))
  }
  if (!existsSync(join(h5, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: h5,
    prefix: '/',
    cacheControl: false,
    setHeaders: (response, path) => void response.setHeader('cache-control', cacheControl(path)),
  })
}
