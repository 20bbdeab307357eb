import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { useOrganisationActs } from '@/data/send/use-organisation-acts'
import { open } from '@/data/session/navigation'
import { useAccount } from '@/data/session/use-account'
import { ask, say, sayError } from '@/shell/feedback'
import { ReadingStates } from '@/shell/reading-states'
import { EmptyState } from '@/ui/empty-state'
import { ItemList } from '@/ui/item-list'
import { LinkRow } from '@/ui/link-row'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { StatusTag } from '@/ui/status-tag'
import { ManagePage } from '../components/manage-page'
import { centerLine, nextPart } from '../format/organisation'
import { useAdministrators, useOrganisation, type Administrator, type Organisation } from '../hooks/use-organisation'
import { AppointSheet } from './appoint-sheet'
import './index.scss'

const centerPage = 'manage/center/index'

const Centers = ({ company, centers }: Organisation) => (
  <>
    <Section title={company.name} hint={centers.length === 0 ? undefined : `${centers.length} 个服务中心`}>
      {centers.length === 0 ? (
        <EmptyState title="先建一个服务中心" text="一个服务中心管一个小区；建好以后再录入房屋、员工和住户" />
      ) : (
        <ItemList label="服务中心">
          {centers.map(center => {
            const next = nextPart(center)
            return (
              <LinkRow
                key={center.centerId}
                id={`center-${center.centerId}`}
                title={center.name}
                line={centerLine(center)}
                tag={next && <StatusTag meaning="dueSoon" word={`下一步：${next.begin}`} />}
                onClick={() => open(centerPage, { centerId: center.centerId })}
              />
            )
          })}
        </ItemList>
      )}
      <PrimaryButton
        id="center-add"
        kind={centers.length === 0 ? 'primary' : 'plain'}
        icon="plus"
        onClick={() => open(centerPage)}
      >
        新建服务中心
      </PrimaryButton>
    </Section>
  </>
)

interface AdministratorsProps {
  people: readonly Administrator[]
  busy: boolean
  onAppoint: () => void
  onDismiss: (person: Administrator) => void
}

const Administrators = ({ people, busy, onAppoint, onDismiss }: AdministratorsProps) => (
  <Section title="管理员" hint="可以改公司、服务中心、员工和住户；看不到工单">
    <ItemList label="管理员">
      {people.map(person => (
        <View key={person.personId} className="organisation-person">
          <View className="organisation-words">
            <Text>{person.name}</Text>
            {person.phone && <Text className="manage-hint">{person.phone}</Text>}
          </View>
          {person.mayDismiss && (
            <View>
              <PrimaryButton
                id={`dismiss-${person.personId}`}
                kind="plain"
                disabled={busy}
                onClick={() => onDismiss(person)}
              >
                不再担任
              </PrimaryButton>
            </View>
          )}
        </View>
      ))}
    </ItemList>
    <PrimaryButton id="administrator-add" kind="plain" icon="plus" onClick={onAppoint}>
      增加管理员
    </PrimaryButton>
  </Section>
)

/** The company: its centers with what of each is still to be entered, and who organises it (D-OR-1). */
export default function OrganisationPage() {
  useAccount()
  const reading = useOrganisation()
  const people = useAdministrators()
  const { busy, act } = useOrganisationActs()
  const [appointing, setAppointing] = useState(false)
  const reload = () => Promise.all([reading.reload(), people.reload()])
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))

  const dismiss = async ({ personId, name }: Administrator) => {
    const sure = await ask({ title: `${name}不再担任管理员？`, text: '岗位和做过的事都不变', confirm: '不再担任' })
    if (!sure) return
    const outcome = await act('dismissAdministrator', { personId })
    if (outcome.ok) say(`${name}不再是管理员`)
    else sayError(outcome.error)
    void people.reload()
  }

  return (
    <ManagePage title="公司和服务中心">
      <ReadingStates reading={reading}>{organisation => <Centers {...organisation} />}</ReadingStates>
      <ReadingStates reading={people} skeleton={['row', 'row']}>
        {administrators => (
          <Administrators
            people={administrators}
            busy={busy !== null}
            onAppoint={() => setAppointing(true)}
            onDismiss={person => void dismiss(person)}
          />
        )}
      </ReadingStates>
      <Section>
        <LinkRow
          id="to-changes"
          title="组织变更记录"
          line="谁在什么时候把什么改成了什么"
          onClick={() => open('manage/changes/index')}
        />
      </Section>
      {appointing && (
        <AppointSheet
          onClose={() => setAppointing(false)}
          onDone={() => {
            setAppointing(false)
            void people.reload()
          }}
        />
      )}
    </ManagePage>
  )
}
