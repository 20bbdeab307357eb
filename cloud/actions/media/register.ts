import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import { storeUpload } from './store-upload'

/** What the mini-program put into cloud storage becomes a medium like any other: checked, cleaned, stored (D-IN-5). */
export const register: Handler<'media', 'register'> = async ({ fileId }, { runtime, caller }) => {
  const bytes = await runtime.media.takeUpload(fileId, caller.openid ?? '')
  if (!bytes) throw CallError.field('notFound', 'fileId', '没有找到上传的文件，请重新上传')
  return storeUpload(runtime, caller, bytes)
}
