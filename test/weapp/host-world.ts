import type { TestHost } from '../support/host'
import type { World } from './fake-wx'

const photo = { tempFilePath: 'wxfile://tmp_photo.jpg', fileType: 'image' } as const

/** `wx.request` and `wx.uploadFile` as the platform carries them out: over HTTP, to the host. */
export function worldOf(host: TestHost, jpeg: Uint8Array): World {
  const here = (url: string): string => url.replace(/^https?:\/\/[^/]+/, host.url)
  return {
    request: async ({ url, method, data, header }) => {
      const body = typeof data === 'string' ? data : JSON.stringify(data)
      const response = await fetch(here(url), { method, headers: header, body })
      const headers = Object.fromEntries(response.headers.entries())
      return { statusCode: response.status, data: await response.json(), header: headers }
    },
    uploadFile: async ({ url, header: { authorization } }) => {
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }), 'photo.jpg')
      const headers: Record<string, string> = authorization ? { authorization } : {}
      const response = await fetch(here(url), { method: 'POST', headers, body: form })
      // The platform hands an upload's answer over as text.
      return { statusCode: response.status, data: await response.text() }
    },
    chooseMedia: () => [{ ...photo, size: jpeg.byteLength }],
  }
}
