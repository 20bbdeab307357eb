import type { Device } from './device'

/** What the device of a test keeps. */
export const kept = new Map<string, unknown>()

/** A device in memory: `jest.mock('@/data/device/device', () => jest.requireActual('@/data/device/device.fixture'))`. */
export const device: Device = {
  get: key => kept.get(key) ?? '',
  set: (key, value) => void kept.set(key, value),
  remove: key => void kept.delete(key),
  keys: () => [...kept.keys()],
}
