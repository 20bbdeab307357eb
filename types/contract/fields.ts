import * as z from 'zod/mini'
import { limits } from '../limits'

// Mini-programs forbid `new Function`, which zod's compiled parsers use (P-RUN-4).
z.config({ jitless: true })

/** NUL and lone surrogates can't be stored by the database; everything else is kept as sent. */
const storable = (text: string): boolean =>
  !text.includes('\u0000') && !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/.test(text)

const stored = z.refine<string>(storable, { error: 'unstorable' })
const notBlank = z.refine<string>(text => text.trim() !== '', { error: 'blank' })

/** A text that must say something. Stored as sent. */
export const requiredText = (max: number = limits.text) => z.string().check(z.maxLength(max), notBlank, stored)
/** A text that may be empty. */
export const optionalText = (max: number = limits.text) => z.optional(z.string().check(z.maxLength(max), stored))
/** An identifier made by the application; whether it exists is the action's matter. */
export const id = () => z.string().check(z.regex(/^[0-9A-Za-z_.:-]{1,64}$/))
/** D-IN-5: made on the device, one per intended write. */
export const idempotencyKey = () => z.string().check(z.regex(/^[0-9A-Za-z_-]{8,64}$/))
/** Epoch milliseconds. */
export const instant = () => z.int().check(z.gte(0), z.lte(253402300799999))
export const phone = () => z.string().check(z.regex(/^\+?[0-9][0-9 -]{4,18}$/))
export const photos = () => z.array(id()).check(z.maxLength(limits.photos))
export const rating = () => z.int().check(z.gte(1), z.lte(5))
export const pageLimit = () => z.optional(z.int().check(z.gte(1), z.lte(limits.pageSize)))
export const cursor = () => z.optional(z.string().check(z.maxLength(200)))
/**
 * Which center a call is about, for people with posts in several; left out: the first where the caller holds a fitting post.
 * A center without one answers `forbidden`; quality and supervisors are at home in all of the company.
 */
export const ofCenter = () => ({ centerId: z.optional(id()) })
export const empty = () => z.object({})
