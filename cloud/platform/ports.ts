/**
 * What the product needs from where it runs (docs/architecture.md, Where it runs). Actions see only these; which adapter stands
 * behind each is chosen in one place at start-up.
 */

/** The product's time. In the demo it can be moved forward; everything that is promised to people runs on it. */
export interface Clock {
  /** Epoch ms. */
  now(): number
}

/** Where the bytes of photos and recordings lie. Keys are chosen by the application. */
export interface MediaStorage {
  /** Overwrites nothing else; putting the same key again is harmless. */
  put(key: string, bytes: Uint8Array, mime: string): Promise<void>
  /** null: not there. */
  get(key: string): Promise<Uint8Array | null>
  remove(key: string): Promise<void>
  /**
   * Links that work without a sign-in for a few minutes, by key, for the viewer named. Only for media the caller has
   * been allowed to see.
   */
  links(keys: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Reads a file that a client put into the platform's storage itself (cloud storage only); null: not there. */
  takeUpload(fileId: string, openid: string): Promise<Uint8Array | null>
}

/** Turns the code of `wx.login` into the person's openid. */
export interface WeChatSignIn {
  /** null: the code is unknown, used or too old. @throws Unavailable when WeChat does not answer */
  openidOf(code: string): Promise<string | null>
}

/** Turns the code of a tap on 获取手机号 into the number. */
export interface WeChatPhone {
  /** null: the code is unknown, used or too old. @throws ServiceUnavailable when it can't be had, and must be typed */
  phoneOf(code: string): Promise<string | null>
}

/** Sends a sign-in code to a phone. */
export interface PhoneCodeSender {
  send(phone: string, code: string): Promise<void>
}

/** A notice that has its place in the inbox, and may go another way as well. */
export interface OutsideNotice {
  readonly centerId: string
  readonly id: string
  readonly ticketId: string | null
  readonly personId: string
  readonly title: string
  readonly text: string
}

/** A channel beside the in-app inbox; none is configured in the demo. */
export interface NoticeChannel {
  readonly name: string
  /** Tried whatever other channel reaches the person; left out: only where none before it does. */
  readonly besides?: true
  /** `later`: try again with back-off; `never`: this person can't be reached this way, and the next channel is tried. */
  send(notice: OutsideNotice): Promise<'sent' | 'later' | 'never'>
}
