import { gramsOf } from './grams'

/** What a neighbour says who joins without a word: that speaks of no matter by itself. */
export const sameAsNeighbours = '和邻居反映的是同一件事'

/** Courtesies and circumstances, which every second filing has whatever it is about: two texts that share only these say nothing of one matter. */
const unsaying = new RegExp(
  `${sameAsNeighbours} 您好 你好 请问 麻烦 希望 谢谢 感谢 尽快 赶紧 马上 立即 务必 一定要
  处理 解决 安排 联系 反映 投诉 反馈 打过电话 打电话 回复 答复 给个说法 说法
  物业 业主 管家 邻居 群里 好几户 我们 你们 他们 大家 家里 老人 小孩 孩子
  很不方便 不方便 一下 一次 又来 已经 还是 没有 这个 那个 可以 非常 一直 总是
  上周 这周 上个月 这个月 这几天 这两天 最近 昨天 今天 前天 早上 晚上 早晚 高峰
  开始 之后 以后 下雨 都在说 看看 人来 派人`
    .split(/\s+/)
    .join('|'),
  'gu',
)
/** Everything that is neither a letter nor a digit ends a clause. */
const pause = /[^\p{L}\p{N}]+/u

/** A clause of fewer pairs says too little … */
const fewest = 3
/** … and one of fewer than these has to be said whole. */
const few = 5

/** What a text says: its clauses, and all of it, as pairs of characters. */
export interface Says {
  readonly clauses: readonly ReadonlySet<string>[]
  readonly all: ReadonlySet<string>
}

export function saysOf(text: string): Says {
  const clauses = text
    .replace(unsaying, '')
    .split(pause)
    .map(clause => new Set(gramsOf(clause)))
    .filter(({ size }) => size >= fewest)
  return { clauses, all: new Set(clauses.flatMap(pairs => [...pairs])) }
}

/** How much of a clause is said in a text, from 0 to 1. */
export function shareIn(clause: ReadonlySet<string>, text: ReadonlySet<string>): number {
  let common = 0
  for (const pair of clause) if (text.has(pair)) common += 1
  const share = common / clause.size
  return clause.size < few && share < 1 ? 0 : share
}

/**
 * How much of what one of two texts says in a clause is said by the other too, from 0 to 1 (D-SP-2). By clauses, because one
 * neighbour writes a line and the next a page about the same lift.
 */
export const likeness = (one: Says, other: Says): number =>
  Math.max(
    0,
    ...one.clauses.map(clause => shareIn(clause, other.all)),
    ...other.clauses.map(clause => shareIn(clause, one.all)),
  )
