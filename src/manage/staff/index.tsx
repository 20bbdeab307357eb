import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { CallError } from '@/data/call/call-error'
import { open } from '@/data/session/navigation'
import { queryText } from '@/data/session/query-text'
import { useAccount } from '@/data/session/use-account'
import { ErrorState } from '@/shell/error-state'
import { ReadingStates } from '@/shell/reading-states'
import { EmptyState } from '@/ui/empty-state'
import { ItemList } from '@/ui/item-list'
import { LinkRow } from '@/ui/link-row'
import { PrimaryButton } from '@/ui/primary-button'
import { SearchField } from '@/ui/search-field'
import { Section } from '@/ui/section'
import { limits } from '../../../types/limits'
import { ManagePage } from '../components/manage-page'
import { memberLine, membersOf, type Member } from '../format/center-staff'
import { useCenterStaff, useOrganisation } from '../hooks/use-organisation'
import { MemberSheet } from './member-sheet'

/** As many as one list of a page holds; others are found by name. */
const atOnce = 50

interface MembersProps {
  members: readonly Member[]
  departments: ReadonlyMap<string, string>
  onOpen: (member: Member) => void
}

const Members = ({ members, departments, onOpen }: MembersProps) => {
  const [typed, setTyped] = useState('')
  const words = typed.trim()
  const matching = members.filter(
    member => member.name.includes(words) || memberLine(member, departments).includes(words),
  )
  if (members.length === 0) return <EmptyState title="还没有员工" text="一个一个加，或者用表格一次导入" />
  return (
    <Section title={`${members.length} 人`} hint={matching.length > atOnce ? '人比较多，请按姓名查找' : undefined}>
      {members.length > 8 && (
        <SearchField
          id="staff-search"
          label="按姓名、岗位或部门查找"
          value={typed}
          onChange={setTyped}
          max={limits.name}
        />
      )}
      <ItemList label="员工">
        {matching.slice(0, atOnce).map(member => (
          <LinkRow
            key={member.personId}
            id={`member-${member.personId}`}
            title={member.name}
            line={memberLine(member, departments)}
            onClick={() => onOpen(member)}
          />
        ))}
      </ItemList>
    </Section>
  )
}

const Staff = ({ centerId }: { centerId: string }) => {
  const reading = useCenterStaff(centerId)
  const organisation = useOrganisation()
  const [opened, setOpened] = useState<Member | 'new' | null>(null)
  const departments = organisation.value?.centers.find(one => one.centerId === centerId)?.departments ?? []
  usePullDownRefresh(() => void reading.reload().finally(() => Taro.stopPullDownRefresh()))
  return (
    <>
      <ReadingStates reading={reading}>
        {posts => (
          <Members
            members={membersOf(posts)}
            departments={new Map(departments.map(({ id, name }) => [id, name]))}
            onOpen={setOpened}
          />
        )}
      </ReadingStates>
      <Section>
        <PrimaryButton id="staff-add" icon="plus" onClick={() => setOpened('new')}>
          增加员工
        </PrimaryButton>
        <LinkRow
          id="staff-import"
          title="用表格导入"
          line="一次加很多人，或改很多人的岗位"
          onClick={() => open('manage/import/index', { what: 'staff', centerId })}
        />
      </Section>
      {opened !== null && (
        <MemberSheet
          key={opened === 'new' ? 'new' : opened.personId}
          centerId={centerId}
          member={opened === 'new' ? null : opened}
          departments={departments}
          onClose={() => setOpened(null)}
          onDone={() => {
            setOpened(null)
            void reading.reload()
          }}
        />
      )}
    </>
  )
}

/** Who works in a center, with posts, buildings and skills (D-OR-3). */
export default function StaffPage() {
  useAccount()
  const { params } = useRouter<{ centerId?: string }>()
  const centerId = queryText(params.centerId)
  return (
    <ManagePage title="员工和岗位">
      {centerId === null ? (
        <ErrorState
          error={new CallError('notFound', '请从服务中心的页面打开')}
          onRetry={() => open('manage/organisation/index')}
        />
      ) : (
        <Staff centerId={centerId} />
      )}
    </ManagePage>
  )
}
