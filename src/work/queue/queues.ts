import type { deskQueues } from '../../../types/contract/ticket'
import type { Role } from '../../../types/vocabulary'

export type Queue = (typeof deskQueues)[number]

interface Words {
  word: string
  empty: { title: string; text: string }
}

export const queueWords: Record<Queue, Words> = {
  triage: { word: '待受理', empty: { title: '没有等待受理的工单', text: '规则派不出去的新工单会出现在这里' } },
  verify: { word: '待验证', empty: { title: '没有等待验证的工单', text: '处理人提交完成之后会出现在这里' } },
  callback: { word: '待回访', empty: { title: '没有等待回访的工单', text: '业主没有自己评价的会出现在这里' } },
  unaccepted: { word: '未接单', empty: { title: '派出的工单都有人接了', text: '派了还没有人接的会出现在这里' } },
  overdue: { word: '已超时', empty: { title: '没有超时的工单', text: '任何一项时限过了的会出现在这里' } },
}
export const queuesInOrder = Object.keys(queueWords) as Queue[]

/** What presses most first: whoever takes matters in and closes them has own work, whoever leads looks at what slips. */
const forDesk: readonly Queue[] = ['triage', 'verify', 'callback', 'overdue', 'unaccepted']
const forLeaders: readonly Queue[] = ['overdue', 'unaccepted', 'triage', 'verify', 'callback']
const leaders: readonly Role[] = ['departmentHead', 'serviceManager', 'quality', 'supervisor']

/** Where the desk opens: the most pressing queue in which something waits. */
export function openingQueue(counts: Readonly<Record<Queue, number>>, role: Role): Queue {
  const order = leaders.includes(role) ? forLeaders : forDesk
  return order.find(queue => counts[queue] > 0) ?? 'triage'
}
