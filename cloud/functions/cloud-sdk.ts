import type { CloudStorageSdk } from '../platform/cloudbase-media'

/** What is used of `wx-server-sdk`. */
export interface CloudSdk extends CloudStorageSdk {
  readonly DYNAMIC_CURRENT_ENV: unknown
  init(options: { env: unknown }): void
  /** Read from the environment of the process: right for an instance that answers one call at a time, and only there. */
  getWXContext(): { readonly OPENID?: string }
}

let loaded: Promise<CloudSdk> | undefined

async function load(): Promise<CloudSdk> {
  const sdk = (await import('wx-server-sdk')).default as CloudSdk
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  return sdk
}

/** The platform's SDK, loaded when first asked for: it takes 160 ms, which calls over HTTP need not wait for. */
export const cloudSdk = (): Promise<CloudSdk> => (loaded ??= load())
