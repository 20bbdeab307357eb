import { type SpecialSign, keysOf, specialSignLabels } from '../../../types/vocabulary'
import { dangersIn } from '../../../types/words/said'

/** Words that speak for a sign; a word that is denied does not count. */
const wordsOf: Readonly<Record<SpecialSign, readonly string[]>> = {
  // D-SP-4: against oneself, others or the center.
  drastic: [
    ...['跳楼', '自杀', '轻生', '不想活', '上吊', '割腕', '喝农药', '绝食', '同归于尽', '鱼死网破'],
    ...['砍人', '砍死', '打死', '弄死', '杀人', '放火', '持刀', '动刀', '泼漆', '报复', '跟你们拼', '和你们拼'],
    ...['拉横幅', '静坐', '堵路', '上访', '把事情闹大', '闹大'],
  ],
  injury: ['受伤', '摔伤', '砸伤', '烫伤', '烧伤', '咬伤', '夹伤', '骨折', '流血', '缝针', '住院', '送医'],
  media: ['曝光', '记者', '媒体', '电视台', '上电视', '报社', '发抖音', '发微博', '上热搜', '发小红书', '发网上'],
  lawsuit: ['起诉', '法院', '律师函', '律师', '打官司', '仲裁'],
}

/** What is noticed of a matter, with the words it rests on; none where a person has said so. */
export interface Noticed {
  readonly sign: SpecialSign
  readonly words: readonly string[]
}

/** What somebody who recorded it has ticked, and what the words speak of, in the order of the vocabulary (D-SP-1, D-SP-4). */
export const signsIn = (text: string, ticked: readonly SpecialSign[] = []): readonly Noticed[] =>
  keysOf(specialSignLabels).flatMap(sign => {
    const words = dangersIn(text, wordsOf[sign])
    return words.length > 0 || ticked.includes(sign) ? [{ sign, words }] : []
  })

const digits: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
}
const units: Readonly<Record<string, number>> = { 百: 100, 千: 1_000, 万: 10_000 }

/** 「赔偿我 3000 元」「索赔两万」: a demand, then at most a few words, then a sum. */
const demand =
  /(?:赔|补偿|退钱|退款)[^，。！？；,.!?;0-9]{0,8}?([0-9][0-9,]*(?:\.[0-9]+)?|[一二两三四五六七八九十])\s*([百千万]?)\s*(?:元|块|圆|万|[^0-9百千]|$)/g

/** The highest sum in yuan that a text demands; null: none is named. */
export function sumIn(text: string): number | null {
  let highest: number | null = null
  demand.lastIndex = 0
  for (let found = demand.exec(text); found; found = demand.exec(text)) {
    const [, figure = '', unit = ''] = found
    const sum = (digits[figure] ?? Number(figure.replaceAll(',', ''))) * (units[unit] ?? 1)
    // A single character without a unit is no sum: 「赔一个新的」.
    if (!(figure in digits && unit === '') && (highest === null || sum > highest)) highest = sum
  }
  return highest
}
