import type { CallMethod } from '../vocabulary'

/** What a colleague knows before asking somebody (D-CB-1). Times are words already. */
export interface AboutCall {
  /** As the person gave it; null: not known, or not for the caller to know. */
  readonly name: string | null
  readonly place: string
  readonly categoryName: string
  readonly caller: string
  readonly method: CallMethod
  readonly filedAt: string
  /** What was said to have been done, and when; null: nothing is. */
  readonly done: { readonly summary: string; readonly at: string } | null
  /** What the person agreed to, and by when; null: no plan was made. */
  readonly promised: { readonly measures: string; readonly by: string } | null
  /** The round of the work: after the first they were not content. */
  readonly cycle: number
}

const greeting = ({ name, place, caller, method }: AboutCall): string => {
  const who = `我是物业客服${caller}`
  if (method === 'online') return `您好，${who}。`
  return `您好，请问是${name ?? `${place}的住户`}吗？${who}。`
}

const whatWasDone = (about: AboutCall): string => {
  const told = `您${about.filedAt} 反映的${about.categoryName}`
  return about.done === null
    ? `${told}，想了解一下现在怎么样了。`
    : `${told}，我们在${about.done.at} 处理好了：${about.done.summary}`
}

/** What to say, sentence by sentence, before the first question. */
export function callScript(about: AboutCall): readonly string[] {
  const { promised, cycle } = about
  return [
    greeting(about),
    ...(cycle > 1 ? [`这件事处理了 ${cycle} 次，给您添麻烦了。`] : []),
    whatWasDone(about),
    ...(promised === null ? [] : [`之前和您说好：${promised.measures}，${promised.by} 前完成。`]),
    '耽误您一分钟，想听听您满不满意。',
  ]
}
