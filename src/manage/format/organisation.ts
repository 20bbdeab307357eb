import type { IconName } from '@/ui/icon'
import type { RequestOf } from '../../../types/contract/index'
import type { OrganisedCenter } from '../hooks/use-organisation'

export type SheetOf = RequestOf<'organisation', 'sheet'>['what']

/** What is entered of a center, in the order in which it can be: staff name buildings, households name rooms. */
export const enteredParts: readonly {
  what: SheetOf
  word: string
  icon: IconName
  /** What the next step is called while there is none. */
  begin: string
  counted: (counts: OrganisedCenter['counts']) => { none: boolean; words: string }
}[] = [
  {
    what: 'places',
    word: '房屋和区域',
    icon: 'building',
    begin: '录入楼栋和房号',
    counted: ({ buildings, rooms }) => ({ none: rooms === 0, words: `${buildings} 栋楼，${rooms} 个房号` }),
  },
  {
    what: 'staff',
    word: '员工和岗位',
    icon: 'people',
    begin: '录入员工',
    counted: ({ staff }) => ({ none: staff === 0, words: `${staff} 名员工` }),
  },
  {
    what: 'households',
    word: '住户',
    icon: 'home',
    begin: '录入住户',
    counted: ({ residents }) => ({ none: residents === 0, words: `${residents} 位住户` }),
  },
]

/** What of a center is to be entered next; null: there is something of everything. */
export const nextPart = (center: Pick<OrganisedCenter, 'counts'>) =>
  enteredParts.find(({ counted }) => counted(center.counts).none) ?? null

/** One line of what of a center is there, or of what comes next. */
export function centerLine(center: Pick<OrganisedCenter, 'counts' | 'estateName'>): string {
  const there = enteredParts.map(({ counted }) => counted(center.counts)).filter(({ none }) => !none)
  return [center.estateName, ...there.map(({ words }) => words)].join(' · ')
}
