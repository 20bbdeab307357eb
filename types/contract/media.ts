import * as z from 'zod/mini'
import { keysOf, mediaKindLabels } from '../vocabulary'
import { action } from './define'
import { id } from './fields'

/** What an upload answers with, over HTTP (`POST /media`) and through `media.register` alike. */
export const uploaded = z.object({
  mediaId: z.string(),
  kind: z.enum(keysOf(mediaKindLabels)),
  url: z.string(),
  thumbUrl: z.nullable(z.string()),
})

export const media = {
  register: action({
    about: 'Takes over a file the mini-program put into cloud storage: checked, cleaned, stored (D-IN-5)',
    callers: ['signedIn'],
    request: z.object({ fileId: z.string().check(z.minLength(1), z.maxLength(500)) }),
    response: uploaded,
    errors: ['unsupportedMedia', 'notFound'],
  }),
  links: action({
    about: 'Fresh links for media the caller may see',
    callers: ['signedIn'],
    request: z.object({ mediaIds: z.array(id()).check(z.minLength(1), z.maxLength(50)) }),
    response: z.object({
      items: z.array(z.object({ mediaId: z.string(), url: z.string(), thumbUrl: z.nullable(z.string()) })),
    }),
    errors: ['notFound'],
  }),
}
