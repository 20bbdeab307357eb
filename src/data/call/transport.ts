import type { ResponseOf } from '../../../types/contract/index'
import type { AbortSignalLike } from './abort'

export interface CallOptions {
  /** Milliseconds until the call is given up as `timeout`; 15 s by default. */
  timeoutMs?: number
  signal?: AbortSignalLike
}

export interface UploadOptions extends CallOptions {
  /** Share of the file that has been sent, 0 … 1. */
  onProgress?: (share: number) => void
}

export type Uploaded = ResponseOf<'media', 'register'>

/** The way to the cloud: HTTP or `wx.cloud`. Everything that goes wrong is thrown as a `CallError`. */
export interface Transport {
  call(functionName: string, action: string, data: unknown, options?: CallOptions): Promise<unknown>
  /** One local file (a temporary path of the mini-program, a blob address in the browser). */
  upload(filePath: string, options?: UploadOptions): Promise<Uploaded>
  /** One spreadsheet of an administrator (D-OR-1); `fileId` of the answer is what an import names. */
  uploadSheet(file: { path: string; name: string }, options?: CallOptions): Promise<{ fileId: string }>
  /** Address an image or video view can load, from the `url` of a medium. */
  mediaSrc(url: string): string
}

export const defaultTimeoutMs = 15_000
export const uploadTimeoutMs = 60_000
