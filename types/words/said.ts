import { partBetween } from './text'

/**
 * Which words a text really speaks of (D-CL-4), on the phone as on the server. A word that is denied does not count: 「没有人
 * 被困」. Whatever is uncertain counts, since an emergency that is overlooked costs more than one too many. The rule, clause by
 * clause:
 *
 * 1. A word is denied where a negator comes before it and nothing but bridging words lies between: 没有(发现有人)被困. So
 *    「没电被困」 denies nothing.
 * 2. A denial goes on over 、 and 或: 「没有着火、冒烟」.
 * 3. It is none in a question (「有没有」「吗」), after another negation (「不是没有」「没有一天不」), after 「差点」, or before
 *    「就是」 (「不是漏电就是短路」).
 *
 * Older phones know neither named groups in regular expressions nor `matchAll`.
 */
export function mentionsIn(text: string, words: readonly string[]): readonly Mention[] {
  const held = words.filter(word => text.includes(word))
  return clausesOf(text).flatMap(clause => mentionsOf(clause, held))
}

/** The words of danger that are said and not denied, in the order of the list. */
export function dangersIn(text: string, words: readonly string[] = []): readonly string[] {
  const said = new Set(mentionsIn(text, words).flatMap(({ word, denied }) => (denied ? [] : [word])))
  return words.filter(word => said.has(word))
}

export interface Mention {
  readonly word: string
  readonly denied: boolean
}

interface Clause {
  readonly text: string
  readonly asked: boolean
}

/** Between punctuation; 、 stands within a clause. */
const clausesOf = (text: string): readonly Clause[] =>
  (text.match(/[^，。！？；：,.!?;:\s…]+[？?]?/g) ?? []).map(part => {
    const clause = part.replace(/[？?]$/, '')
    return { text: clause, asked: clause !== part || /[吗么]$/.test(clause) }
  })

const negators = ['没有', '没', '未', '无', '不是', '并非', '不会', '不存在', '不']
/**
 * What may lie between a negator and the word it denies. None of them is made of others, so that a text of two thousand
 * characters has only one reading to try.
 */
const bridges = [
  ...['有', '是', '被', '再', '过', '到', '出现', '发生', '存在'],
  ...['发现', '看到', '看见', '听到', '听见', '闻到', '感觉到', '任何', '什么', '里面'],
]
const people = ['人', '人员', '老人', '小孩', '孩子', '业主', '住户']
/** What happens to people; of anything else, 「没人着火」 says that nobody was there, and not that nothing burned. */
const befalls = /^(被|困|关|受|触电|晕|昏|摔|跌|坠|跳|轻生|自杀|砸|夹|溺|中毒)/
const connectors = ['、', '或者', '或', '和', '及', '以及', '也']

const oneOf = (list: readonly string[]): string => [...list].sort((a, b) => b.length - a.length).join('|')
const denialBefore = (bridging: readonly string[]): RegExp =>
  new RegExp(`(.*?)(?:${oneOf(negators)})(?:${oneOf(bridging)})*$`)
const denial = { ofThings: denialBefore(bridges), ofPeople: denialBefore([...bridges, ...people]) }
const goesOn = new RegExp(`^(?:${oneOf(connectors)})(?:${oneOf([...bridges, ...people])})*$`)

/** Before a negator: what turns it round, or leaves it open. */
const turned =
  /(不是|并非|不能|不可能|不会|未必|难免|不得|谁说|难道|哪能|怎么可能|差点|差一点|险些|(不|没|无)(能|敢|法|可)?(确定|肯定|保证|知道|说|排除)|(没有?|无)(一|哪|谁|时).*)$/

function denies(clause: Clause, start: number, end: number, word: string): boolean {
  const before = partBetween(clause.text, 0, start)
  const found = (befalls.test(word) ? denial.ofPeople : denial.ofThings).exec(before)
  if (!found) return false
  const prior = found[1] ?? ''
  // 有没有, 是不是, 会不会: the same character on both sides of a negation asks.
  const asks = prior !== '' && before.charAt(prior.length + 1) === partBetween(prior, -1)
  return !(clause.asked || asks || turned.test(prior) || clause.text.slice(end).includes('就是'))
}

/** The words that a clause says, the longest of those that begin at one place, and whether it denies them. */
function mentionsOf(clause: Clause, words: readonly string[]): readonly Mention[] {
  const found = words
    .flatMap(word => occurrences(clause.text, word).map(start => ({ word, start, end: start + word.length })))
    .sort((one, other) => one.start - other.start || other.end - one.end)
  const mentions: Mention[] = []
  let deniedUpTo: number | null = null
  let readUpTo = 0
  for (const { word, start, end } of found) {
    // 「被困在里面」 says 「被困」 and not 「困在里面」 a second time.
    if (start < readUpTo) continue
    readUpTo = end
    const carriedOn: boolean = deniedUpTo !== null && goesOn.test(partBetween(clause.text, deniedUpTo, start))
    const denied: boolean = carriedOn || denies(clause, start, end, word)
    mentions.push({ word, denied })
    deniedUpTo = denied ? end : null
  }
  return mentions
}

function occurrences(text: string, word: string): readonly number[] {
  const starts: number[] = []
  for (let at = text.indexOf(word); word !== '' && at >= 0; at = text.indexOf(word, at + 1)) starts.push(at)
  return starts
}
