import { limits } from '../../../types/limits'
import { cutText } from '../../../types/words/text'

const ends = /[，。！？；：、,.!?;:\s]$/

/** What was spoken behind what stands there already; nothing that was written is lost. */
export function withSpoken(text: string, words: string): string {
  const written = text.trimEnd()
  if (written === '') return cutText(words, limits.text)
  return cutText(`${written}${ends.test(written) ? '' : '，'}${words}`, limits.text)
}
