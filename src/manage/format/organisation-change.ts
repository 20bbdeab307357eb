import type { ResponseOf } from '../../../types/contract/index'
import { relationLabels, roleLabels } from '../../../types/vocabulary'

export type OrganisationChange = ResponseOf<'organisation', 'history'>['items'][number]

/** The fields of what is recorded, in the words of the screens they are written on. */
const fieldWords: Readonly<Record<string, string>> = {
  estateName: '小区',
  name: '名称',
  hotline: '热线',
  nightPhone: '夜间电话',
  address: '地址',
  phase: '分期',
  area: '建筑面积',
  role: '岗位',
  department: '部门',
  buildings: '楼栋',
  skills: '技能',
  relation: '身份',
  untilDay: '租约到期',
  added: '新增',
  changed: '修改',
  same: '不变',
}

const words: Readonly<Record<string, string>> = { ...roleLabels, ...relationLabels }

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return '无'
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.map(valueWords).join('、')
  if (isFields(value)) return partWords(value)
  return words[String(value)] ?? String(value)
}

/** One of a list, such as a post: what it is first, then what is said of it. */
function partWords(value: Readonly<Record<string, unknown>>): string {
  const { role, name, department, buildings, skills } = value
  const more = [department, buildings, skills].map(valueWords).filter(said => said !== '无')
  const first = valueWords(role ?? name)
  return more.length === 0 ? first : `${first}（${more.join('；')}）`
}

/** What was changed from what to what, a line per field; what stayed is left out (D-OR-5). */
export function changeLines({ before, after }: Pick<OrganisationChange, 'before' | 'after'>): string[] {
  const known = [before, after].filter(value => value !== null && value !== undefined)
  if (known.length === 0) return []
  if (!known.every(isFields))
    return known.length === 2
      ? [`原来：${valueWords(before)}`, `现在：${valueWords(after)}`]
      : [known.map(valueWords).join('')]
  const was = isFields(before) ? before : null
  const is = isFields(after) ? after : null
  return Object.entries(fieldWords).flatMap(([field, word]) => {
    const from = valueWords(was?.[field])
    const to = valueWords(is?.[field])
    if (was !== null && is !== null) return from === to ? [] : [`${word}：${from} → ${to}`]
    const only = is === null ? from : to
    return only === '无' ? [] : [`${word}：${only}`]
  })
}
