/**
 * The closed list of error codes: machines read the code, people read the message. Every answer that is not `ok`
 * carries one of these (docs/architecture.md, Stable interfaces).
 */
export const errorCodes = {
  invalidRequest: { status: 400, message: '提交的内容有误，请按提示修改' },
  unknownCategory: { status: 400, message: '请重新选择反映的类别' },
  unknownPlace: { status: 400, message: '请重新选择发生的位置' },
  unknownMedia: { status: 400, message: '有照片没有上传成功，请重新上传' },
  unknownPerson: { status: 400, message: '请重新选择人员' },
  unsupportedMedia: { status: 400, message: '请上传照片（JPG、PNG、WebP）、MP4 视频或 MP3/M4A 语音' },
  malformedRequest: { status: 400, message: '请求格式不正确' },
  unauthenticated: { status: 401, message: '请先登录' },
  forbidden: { status: 403, message: '您没有权限进行这项操作' },
  notFound: { status: 404, message: '没有找到，或您无权查看' },
  unknownAction: { status: 404, message: '没有这项功能' },
  unfounded: { status: 409, message: '还没有可以这样做的依据' },
  wrongState: { status: 409, message: '情况刚刚有了变化，请刷新后再试' },
  staleVersion: { status: 409, message: '这张工单刚刚被更新，请刷新后再试' },
  idempotencyConflict: { status: 409, message: '这次提交与之前的内容不一致，请刷新后重新提交' },
  alreadyAnswered: { status: 409, message: '您已经评价过了，谢谢' },
  tooLarge: { status: 413, message: '内容过大，请减少后再试' },
  rateLimited: { status: 429, message: '操作太频繁，请稍候再试' },
  internal: { status: 500, message: '系统出了点问题，您的内容没有丢失，请稍后再试' },
  unavailable: { status: 503, message: '服务暂时不可用，请稍后再试' },
} as const satisfies Record<string, { status: number; message: string }>
export type ErrorCode = keyof typeof errorCodes

/** Path of a field (`photos.3`) → what to do about it, in Chinese. */
export type FieldMessages = Record<string, string>

/** What every refused call answers with. */
export interface ErrorBody {
  code: ErrorCode
  message: string
  fields?: FieldMessages
}

/** The answer of every call (docs/architecture.md, Stable interfaces). */
export type Answer<T> = { ok: true; data: T; serverTime: number } | { ok: false; error: ErrorBody; serverTime: number }
