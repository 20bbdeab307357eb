import { performance } from 'node:perf_hooks'
import { classified } from '../cloud/domain/classification/propose'
import { everydayPhrases } from '../test/words/everyday-phrases'
import { standardPolicy } from '../test/builders/policy'
import { wordsOf } from '../types/words/spoken-of'
import { median, quantile, rounded } from './figures'

/**
 * What the rules make of a filing (D-CL-4): category, urgency and danger, from a sentence and from one of 2,000 characters.
 * Beside merely looking for every word in the text, with the lists at hand: no denials, no choice among categories.
 */
const target = 1
const rounds = 20

const categories = standardPolicy.policy.categories
const lists = categories.map(category => wordsOf(category))
const lookFor = (text: string): number =>
  lists.reduce((count, words) => count + words.filter(word => text.includes(word)).length, 0)

function measure(texts: readonly string[]) {
  const times: number[] = []
  const plain: number[] = []
  for (let round = 0; round < rounds; round += 1)
    for (const text of texts) {
      const before = performance.now()
      classified({ kind: 'request', category: '', urgency: null, text }, standardPolicy)
      const between = performance.now()
      lookFor(text)
      times.push(between - before)
      plain.push(performance.now() - between)
    }
  return {
    texts: texts.length,
    medianMs: rounded(median(times)),
    p95Ms: rounded(quantile(times, 0.95)),
    lookingForWordsMs: rounded(median(plain)),
    ratio: rounded(median(times) / median(plain)),
  }
}

export async function run(): Promise<object> {
  const sentences = everydayPhrases.map(([, phrase]) => phrase)
  const story = sentences.join('，').repeat(2)
  const longest = Array.from({ length: 20 }, (_, index) =>
    Array.from(story)
      .slice(index, index + 2_000)
      .join(''),
  )
  measure(sentences)
  const ofSentences = measure(sentences)
  if (ofSentences.medianMs > target) process.exitCode = 1
  return { words: new Set(lists.flat()).size, target, sentence: ofSentences, longest: measure(longest) }
}
