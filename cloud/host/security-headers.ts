import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { FastifyHelmetOptions } from '@fastify/helmet'

/** Inline scripts of a page, as sources of a content security policy. */
function inlineScripts(file: string): string[] {
  if (!existsSync(file)) return []
  const scripts = readFileSync(file, 'utf8').matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)
  return [...scripts].map(
    ([, code]) =>
      `'sha256-${createHash('sha256')
        .update(code ?? '')
        .digest('base64')}'`,
  )
}

/** Headers of every answer. `pages`: HTML files this host serves, whose inline scripts may run; no other may. */
export const securityHeaders = (pages: readonly string[]): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", ...pages.flatMap(inlineScripts)],
      // Taro's components set styles of their own at run time.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      mediaSrc: ["'self'", 'blob:'],
      fontSrc: ["'self'", 'data:'],
      // A photo that was picked is a blob address, which the upload reads.
      connectSrc: ["'self'", 'blob:', 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      // The demo page shows three phones, each a frame of this same host.
      frameAncestors: ["'self'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' },
  // Whether an address is only ever reached by TLS is for whoever runs the proxy before it to say.
  strictTransportSecurity: false,
  // Browsers obey these two on TLS only, and complain on every page of a host that is tried without.
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
})
