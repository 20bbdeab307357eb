import type { ActionName, FunctionName, RequestOf, ResponseOf } from '../../../types/contract/index'
import { CallError } from './call-error'
import { openFile } from '../device/local-file'
import { goToSignIn } from '../session/navigation'
import { createCloudTransport } from './cloud-transport'
import { createHttpTransport } from './http-transport'
import { serverClock } from './server-clock'
import { currentToken, dropToken } from '../session/session'
import type { CallOptions, Transport, UploadOptions } from './transport'
import { telling } from './outage'
import { retrying } from './retry'

const cloudEnv = process.env.TARO_APP_CLOUD_ENV

/** The one way to the cloud, chosen when the client is built. */
const transport: Transport = cloudEnv
  ? createCloudTransport(cloudEnv, serverClock)
  : createHttpTransport({ baseUrl: process.env.TARO_APP_API ?? '', token: currentToken, clock: serverClock })

export interface ClientCallOptions extends CallOptions {
  /**
   * Further tries after a lost answer. Reads may always be tried again; a command only when its data carries an
   * `idempotencyKey`, so that one filing stays one ticket (D-IN-5).
   */
  retries?: number
  /** Stay on this page when the session has run out, instead of going to sign-in. */
  quiet?: boolean
}

/** Any action of the contract; refusals and lost calls are thrown as `CallError`. */
export async function call<F extends FunctionName, A extends ActionName<F>>(
  functionName: F,
  action: A,
  data: RequestOf<F, A>,
  { retries = 0, quiet = false, ...options }: ClientCallOptions = {},
): Promise<ResponseOf<F, A>> {
  try {
    const answer = await telling(() =>
      retrying(() => transport.call(functionName, action, data, options), retries, options.signal),
    )
    return answer as ResponseOf<F, A>
  } catch (error) {
    if (error instanceof CallError && error.code === 'unauthenticated') {
      dropToken()
      if (!quiet) goToSignIn()
    }
    throw error
  }
}

/** Sends one local file; `mediaId` of the answer goes into a filing or message. */
export const upload = async (filePath: string, options?: UploadOptions) =>
  telling(async () => transport.upload(await openFile(filePath), options))

/** Sends one spreadsheet that has just been chosen; `fileId` of the answer goes into an import (D-OR-1). */
export const uploadSheet = async (file: { path: string; name: string }, options?: CallOptions) =>
  telling(() => transport.uploadSheet(file, options))

/** Address for an image view, from the `url` or `thumbUrl` of a medium. */
export const mediaSrc = (url: string): string => transport.mediaSrc(url)
