import type { MediaStorage } from './ports'
import { ServiceUnavailable } from './unavailable'

interface FileStatus {
  readonly fileID: string
  /** 0: fine. */
  readonly status: number
  readonly errMsg?: string
}

/** What is used of `wx-server-sdk`. */
export interface CloudStorageSdk {
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer | string }>
  getTempFileURL(options: {
    fileList: { fileID: string; maxAge: number }[]
  }): Promise<{ fileList: (FileStatus & { tempFileURL?: string })[] }>
  deleteFile(options: { fileList: string[] }): Promise<{ fileList: FileStatus[] }>
}

/** The platform takes no more files in one call (P-CLD-2). */
const linksPerCall = 50
/** Seconds that a link works. */
const linkSeconds = 600
const folder = 'media'
/** Where clients put their uploads; nothing else is taken over. */
const incoming = 'incoming'
const missingFile = -503003

/** The sdk throws objects with `errCode` and `errMsg`; the message of an older one names the cause only. */
function describe(error: unknown): { missing: boolean; text: string } {
  const { errCode, errMsg } = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>
  const text = error instanceof Error ? error.message : String(errMsg ?? errCode ?? error)
  return { missing: errCode === missingFile || /FILE_NONEXIST|not exist/i.test(text), text }
}

async function asking<T>(what: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw new ServiceUnavailable(`cloud storage failed to ${what}: ${describe(error).text}`, { cause: error })
  }
}

/**
 * Media in CloudBase's storage. `root` is `cloud://ENVIRONMENT.BUCKET`, from which the platform makes file ids: only
 * keys are stored, never links, which live for ten minutes.
 * @throws ServiceUnavailable when the storage does not do what is asked
 */
export function cloudBaseMedia(sdk: () => Promise<CloudStorageSdk>, root: string): MediaStorage {
  const idOf = (key: string): string => `${root}/${folder}/${key}`

  const download = async (fileID: string): Promise<Uint8Array | null> => {
    try {
      const { fileContent } = await (await sdk()).downloadFile({ fileID })
      return typeof fileContent === 'string' ? Buffer.from(fileContent) : fileContent
    } catch (error) {
      const { missing, text } = describe(error)
      if (missing) return null
      throw new ServiceUnavailable(`cloud storage failed to read a file: ${text}`, { cause: error })
    }
  }

  const erase = async (fileID: string): Promise<void> => {
    const { fileList } = await asking('delete a file', async () => (await sdk()).deleteFile({ fileList: [fileID] }))
    const failed = fileList.find(file => file.status !== 0 && file.status !== missingFile)
    if (failed) throw new ServiceUnavailable(`cloud storage failed to delete a file: ${failed.errMsg ?? failed.status}`)
  }

  return {
    async put(key, bytes) {
      const cloudPath = `${folder}/${key}`
      const { fileID } = await asking('store a file', async () =>
        (await sdk()).uploadFile({ cloudPath, fileContent: Buffer.from(bytes) }),
      )
      // A wrong setting would store files that nobody finds again.
      if (fileID !== idOf(key)) throw new Error(`CLOUD_FILE_ROOT is not the storage of this environment: ${fileID}`)
    },
    get: key => download(idOf(key)),
    remove: key => erase(idOf(key)),
    async links(keys) {
      const links = new Map<string, string>()
      for (let from = 0; from < keys.length; from += linksPerCall) {
        const batch = keys.slice(from, from + linksPerCall)
        const { fileList } = await asking('make links', async () =>
          (await sdk()).getTempFileURL({ fileList: batch.map(key => ({ fileID: idOf(key), maxAge: linkSeconds })) }),
        )
        const byId = new Map(fileList.map(file => [file.fileID, file]))
        for (const key of batch) {
          const file = byId.get(idOf(key))
          // A file that is gone has no link; the rest of the page is shown all the same.
          if (file?.status === 0 && file.tempFileURL) links.set(key, file.tempFileURL)
        }
      }
      return links
    },
    async takeUpload(fileId) {
      if (!fileId.startsWith(`${root}/${incoming}/`) || fileId.includes('..')) return null
      const bytes = await download(fileId)
      // Taken for good: with its bytes read, the raw file (with the position in it) has no business there.
      if (bytes) await erase(fileId)
      return bytes
    },
  }
}
