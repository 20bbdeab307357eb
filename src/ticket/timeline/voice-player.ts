import Taro from '@tarojs/taro'

export interface VoicePlayer {
  play(): void
  stop(): void
  /** Frees the player of the platform. */
  destroy(): void
}

/** Plays one voice note; `onEnd` tells that it has ended, with true when it could not be played. */
export function createVoicePlayer(src: string, onEnd: (failed: boolean) => void): VoicePlayer {
  const audio = Taro.createInnerAudioContext()
  audio.src = src
  audio.onEnded(() => onEnd(false))
  audio.onError(() => onEnd(true))
  return { play: () => audio.play(), stop: () => audio.stop(), destroy: () => audio.destroy() }
}
