import type { Condition } from '../../../types/contract/policy-document'

export type ConditionPart = keyof Condition

/** What may be asked of a ticket, in the order of the editor. `center` says nothing within one center and is kept as it is. */
export const partLabels = {
  category: '类别',
  urgency: '紧急程度',
  kind: '类型',
  severity: '严重程度',
  channel: '来源',
  building: '楼栋',
  place: '位置',
  timeOfDay: '时刻',
  open: '是否上班时间',
  anonymous: '是否匿名',
  keyCustomer: '是否重点客户',
} as const satisfies Partial<Record<ConditionPart, string>>
export type EditablePart = keyof typeof partLabels

export const editableParts = Object.keys(partLabels) as EditablePart[]

/** What a part begins with when it is added. */
export function emptyPart(part: EditablePart, workingHours: string): Condition {
  switch (part) {
    case 'timeOfDay':
      return { timeOfDay: { from: '18:00', to: '08:00' } }
    case 'open':
      return { open: { calendar: workingHours, is: true } }
    case 'anonymous':
    case 'keyCustomer':
      return { [part]: true }
    default:
      return { [part]: [] }
  }
}

/** A condition as it is written down: a list of which nothing was chosen asks nothing. */
export function settled(condition: Condition): Condition | undefined {
  const parts = Object.entries(condition).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return parts.length === 0 ? undefined : (Object.fromEntries(parts) as Condition)
}
