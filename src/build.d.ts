/// <reference types="@tarojs/taro" />

declare module '*.scss'

declare namespace NodeJS {
  interface ProcessEnv {
    /** Platform the client is built for. */
    TARO_ENV: 'weapp' | 'h5'
    /** Base address of the HTTP host; empty = same origin. */
    TARO_APP_API?: string
    /** CloudBase environment; set = calls go through wx.cloud. */
    TARO_APP_CLOUD_ENV?: string
    /** Up to three ids of subscription templates, separated by commas; empty = subscriptions are not offered. */
    TARO_APP_TEMPLATES?: string
    /** Version of the plugin WechatSI (同声传译) that the mini-program was given; empty = speech is recorded, not written down. */
    TARO_APP_SPEECH?: string
  }
}
