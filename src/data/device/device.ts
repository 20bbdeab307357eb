import Taro from '@tarojs/taro'

/** The device's own store; `Taro` in the product, a map in tests. */
export interface Device {
  get(key: string): unknown
  set(key: string, value: unknown): void
  remove(key: string): void
  keys(): string[]
}

/**
 * The demo shows several phones in one browser window. Each is a frame with a name of its own and keeps what it stores
 * under that name, or they would all be signed in as the same person.
 */
export const phoneName = (): string =>
  process.env.TARO_ENV === 'h5' && /^phone-[\w-]+$/.test(window.name) ? `${window.name}/` : ''

export const device: Device = {
  get: key => Taro.getStorageSync<unknown>(phoneName() + key),
  set: (key, value) => Taro.setStorageSync(phoneName() + key, value),
  remove: key => Taro.removeStorageSync(phoneName() + key),
  keys: () => {
    const name = phoneName()
    return (Taro.getStorageInfoSync().keys ?? []).flatMap(key => (key.startsWith(name) ? [key.slice(name.length)] : []))
  },
}
