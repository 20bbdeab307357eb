import type { Kind } from '../vocabulary'
import { mentionsIn } from './said'

/**
 * What people write when they want one kind of answer, in the order in which they count (D-CL-4): who says 「投诉」 means it,
 * and 「坏了怎么办」 asks for a repair. Thanks alone are no praise; most letters end with them.
 */
const wordsOfKind: readonly (readonly [Kind, string])[] = [
  ['complaint', '投诉 举报 不满 气愤 太差 态度差 态度恶劣 敷衍 推诿 扰民 没人管'],
  ['praise', '表扬 锦旗 点赞 好评 热心 态度好 服务好 要感谢 想感谢 特别感谢 衷心感谢'],
  ['suggestion', '建议 提议 希望能 希望增加 能不能增加 能不能加 可以增加 最好能 加装 增设'],
  ['request', '报修 修一下 来修 修理 坏了 坏掉 上门 派人 来人 求助 帮忙'],
  [
    'consultation',
    '请问 咨询 想问 问一下 想知道 想了解 怎么办 怎么交 怎么弄 如何 多少钱 在哪 什么时候 几点 需要什么 可以吗',
  ],
]
/** By the root of the category where no such word is said. */
const kindOfRoot: Readonly<Record<string, Kind>> = {
  engineering: 'request',
  cleaning: 'complaint',
  security: 'complaint',
  service: 'complaint',
  neighbour: 'complaint',
}

/** The kind that the words ask for, with those words; null: none. */
export function kindAskedFor(text: string): { kind: Kind; words: readonly string[] } | null {
  for (const [kind, words] of wordsOfKind) {
    const said = mentionsIn(text, words.split(' ')).flatMap(({ word, denied }) => (denied ? [] : [word]))
    if (said.length > 0) return { kind, words: [...new Set(said)] }
  }
  return null
}

/** The kind that matters of a category mostly are; `root`: the id of the branch it hangs on. */
export const usualKind = (root: string): Kind | null => kindOfRoot[root] ?? null
