import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

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
export function securityHeaders(pages: readonly string[]): Readonly<Record<string, string>> {
  const policy = {
    'default-src': "'self'",
    'script-src': ["'self'", ...pages.flatMap(inlineScripts)].join(' '),
    // Taro's components set styles of their own at run time.
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'media-src': "'self' blob:",
    'font-src': "'self' data:",
    // A photo that was picked is a blob address, which the upload reads.
    'connect-src': "'self' blob: data:",
    'object-src': "'none'",
    'base-uri': "'self'",
    'form-action': "'self'",
    // The demo page shows three phones, each a frame of this same host.
    'frame-ancestors': "'self'",
  }
  return {
    'content-security-policy': Object.entries(policy)
      .map(([name, value]) => `${name} ${value}`)
      .join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
}
