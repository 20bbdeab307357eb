import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Clock, MediaStorage } from './ports'
import { partBetween } from '../../types/words/text'

export interface LocalMediaSettings {
  /** Folder of the files; made when missing. */
  readonly directory: string
  /** Key of the signatures; the same in every process that serves these links. */
  readonly secret: string
  /** The machine's time: a link must not outlive its minutes because the demo clock was moved, nor die of it. */
  readonly clock: Clock
}

/** Files in a folder, with links to `/media/KEY` that the host serves. */
export interface LocalMedia extends MediaStorage {
  /** Whether this link was made here and has not run out. `until` in epoch ms. */
  isGenuine(key: string, until: number, signature: string): boolean
}

const keyPattern = /^[0-9A-Za-z][0-9A-Za-z_-]{3,80}(\.[0-9a-z]{1,8}){1,2}$/
/** Links end on the full ten minutes after next, so a page asked for twice has the same addresses and is cached. */
const linkStep = 10 * 60_000

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT'

/** Keeps media in a folder of the machine. Keys are `NAME.EXT`; anything else throws before the disk is touched. */
export function localMedia({ directory, secret, clock }: LocalMediaSettings): LocalMedia {
  const pathOf = (key: string): string => {
    if (!keyPattern.test(key)) throw new Error('not a key of a media file')
    // Ids begin with their time, so only their end spreads the files over folders.
    const name = partBetween(key, 0, key.indexOf('.'))
    return join(directory, partBetween(name, -2).toLowerCase(), key)
  }
  const sign = (key: string, until: number): Buffer => createHmac('sha256', secret).update(`${key}\n${until}`).digest()
  const linkTo = (key: string): string => {
    const until = (Math.floor(clock.now() / linkStep) + 2) * linkStep
    return `/media/${key}?until=${until}&sig=${sign(key, until).toString('base64url')}`
  }
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true })
      // Whoever reads, and whoever starts after a crash, sees the whole file or none.
      const part = `${path}.${randomBytes(6).toString('hex')}.part`
      try {
        await writeFile(part, bytes, { flush: true })
        await rename(part, path)
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
    },
    async get(key) {
      try {
        return await readFile(pathOf(key))
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    async remove(key) {
      await rm(pathOf(key), { force: true })
    },
    async links(keys) {
      return new Map(keys.map(key => [key, linkTo(key)]))
    },
    // Clients of this storage send their files to the host; they can't put any here themselves.
    async takeUpload() {
      return null
    },
    isGenuine(key, until, signature) {
      if (!keyPattern.test(key) || !Number.isSafeInteger(until) || until <= clock.now()) return false
      const given = Buffer.from(signature, 'base64url')
      const right = sign(key, until)
      return given.length === right.length && timingSafeEqual(given, right)
    },
  }
}
