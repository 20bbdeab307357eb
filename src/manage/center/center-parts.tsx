import { open } from '@/data/session/navigation'
import { ItemList } from '@/ui/item-list'
import { LinkRow } from '@/ui/link-row'
import { Section } from '@/ui/section'
import { StatusTag } from '@/ui/status-tag'
import { enteredParts, nextPart, type SheetOf } from '../format/organisation'
import type { OrganisedCenter } from '../hooks/use-organisation'

/** Where a part is looked at and changed one by one; entering many at once is on the page of imports. */
const pageOf: Record<SheetOf, string> = {
  places: 'residence/rooms/index',
  staff: 'manage/staff/index',
  households: 'residence/rooms/index',
}

/** What has been entered of a center, and what comes next. */
export const CenterParts = ({ center }: { center: OrganisedCenter }) => {
  const { centerId, counts } = center
  const next = nextPart(center)
  return (
    <Section title={center.name} hint={next ? `下一步：${next.begin}` : '房屋、员工、住户都有了，可以开始受理'}>
      <ItemList>
        {enteredParts.map(({ what, word, begin, counted }) => {
          const { none, words } = counted(counts)
          return (
            <LinkRow
              key={what}
              id={`part-${what}`}
              title={word}
              line={none ? begin : words}
              tag={none ? <StatusTag meaning={next?.what === what ? 'dueSoon' : 'calm'} word="还没有" /> : undefined}
              onClick={() =>
                none ? open('manage/import/index', { what, centerId }) : open(pageOf[what], { centerId })
              }
            />
          )
        })}
        {enteredParts
          .filter(({ counted }) => !counted(counts).none)
          .map(({ what, word }) => (
            <LinkRow
              key={`sheet-${what}`}
              id={`sheet-${what}`}
              title={`用表格改${word}`}
              line="下载现在的内容，改好再导入"
              onClick={() => open('manage/import/index', { what, centerId })}
            />
          ))}
      </ItemList>
    </Section>
  )
}
