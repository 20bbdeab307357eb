import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { Section } from '@/ui/section'
import { SwitchTrack } from '@/ui/switch-track'
import { StatusTag } from '@/ui/status-tag'
import { useAccount } from '@/data/session/use-account'
import { useNow } from '@/data/read/use-now'
import { ask, say } from '@/shell/feedback'
import { Banner } from '@/ui/banner'
import { CenterName } from '../components/center-name'
import { ManagePage } from '../components/manage-page'
import { ReadingStates } from '@/shell/reading-states'
import { dayAt, dayWords, mondayOf, spanWords } from '../format/days'
import { byDepartment, onDutyAt, postWords, type DutyShift } from '../format/roster'
import { useStaff, type Colleague, type StaffList } from '../hooks/use-staff'
import { useStaffAct } from '../hooks/use-staff-act'
import { DutySheet } from './duty-sheet'
import { HandOverSheet } from './hand-over-sheet'
import { PersonSheet } from './person-sheet'
import { WeekView } from './week-view'
import './index.scss'

const redrawEveryMs = 600_000

type Opened =
  | { is: 'person'; personId: string }
  | { is: 'handOver'; personId: string; reason: string }
  | { is: 'duty'; day: string }

interface PersonRowProps {
  person: Colleague
  first: boolean
  editable: boolean
  busy: boolean
  onOpen: () => void
  onPresence: (present: boolean) => void
}

const PersonRow = ({ person, first, editable, busy, onOpen, onPresence }: PersonRowProps) => (
  <View className={`person-row ${first ? 'person-row-first' : ''}`}>
    <View
      id={`person-${person.id}`}
      className="person-main tappable"
      {...a11y({
        role: 'button',
        summary: `${person.name}，${person.present ? '在岗' : '不在岗'}，手上 ${person.openTickets} 张`,
      })}
      onClick={onOpen}
    >
      <View className="person-name">
        <Text className="person-name-words">{person.name}</Text>
        {person.onLeaveToday && <StatusTag meaning="dueSoon" word="今天请假" icon="pause" />}
        {!person.present && <StatusTag meaning="calm" word="不在岗" />}
      </View>
      <Text className="manage-hint">
        {postWords(person)} · 手上 {person.openTickets} 张
      </Text>
    </View>
    <View
      id={`presence-${person.id}`}
      className="person-presence tappable"
      {...a11y({
        role: 'switch',
        checked: person.present,
        disabled: !editable || busy,
        label: `${person.name}在岗`,
      })}
      onClick={() => {
        if (editable && !busy) onPresence(!person.present)
      }}
    >
      <SwitchTrack on={person.present} word={person.present ? '在岗' : '不在岗'} />
    </View>
  </View>
)

interface RosterProps {
  list: StaffList
  reload: () => void
}

const Roster = ({ list, reload }: RosterProps) => {
  const now = useNow(() => redrawEveryMs)
  const today = dayAt(now)
  const [turnedTo, setTurnedTo] = useState<string | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const { busy, act } = useStaffAct(reload)
  const { people, editable } = list
  const close = () => setOpened(null)
  const person = opened && opened.is !== 'duty' ? people.find(({ id }) => id === opened.personId) : undefined
  const onDuty = onDutyAt(people, now)

  const addLeave = async (who: Colleague, from: string, to: string) => {
    const answer = await act('addLeave', { personId: who.id, from, to }, null)
    if (!answer) return
    if (answer.openTickets === 0) return say('请假已登记')
    const handOver = await ask({
      title: '请假已登记',
      text: `${who.name}手上还有 ${answer.openTickets} 张工单，要移交给别人吗？`,
      confirm: '移交',
      cancel: '先不移交',
    })
    if (handOver) setOpened({ is: 'handOver', personId: who.id, reason: `${who.name}请假到${dayWords(to)}` })
  }

  const removeDuty = async ({ personId, name, from, to }: DutyShift) => {
    const span = `${dayWords(dayAt(from))} ${spanWords({ from, to })}`
    const sure = await ask({ title: `取消${name}的班？`, text: span })
    if (sure) await act('removeDuty', { personId, from, to }, '已取消')
  }

  return (
    <>
      <Section
        title="值班"
        hint={onDuty.length > 0 ? `现在值班：${onDuty.join('、')}` : '现在没有人值班'}
        id="roster-duty"
      >
        <WeekView
          people={people}
          monday={turnedTo ?? mondayOf(today)}
          today={today}
          onWeek={setTurnedTo}
          {...(editable
            ? {
                onAdd: day => setOpened({ is: 'duty', day }),
                onRemove: duty => void removeDuty(duty),
              }
            : {})}
        />
      </Section>
      {!editable && <Banner meaning="calm" icon="lock" title="您可以查看，排班由部门负责人和经理进行" />}
      {byDepartment(people).map(({ name, people: members }) => (
        <Section key={name} title={name}>
          {members.map((member, index) => (
            <PersonRow
              key={member.id}
              person={member}
              first={index === 0}
              editable={editable}
              busy={busy !== null}
              onOpen={() => setOpened({ is: 'person', personId: member.id })}
              onPresence={at =>
                void act(
                  'setPresence',
                  { personId: member.id, present: at },
                  at ? `${member.name}已在岗` : `${member.name}已离岗`,
                )
              }
            />
          ))}
        </Section>
      ))}
      {opened?.is === 'duty' && (
        <DutySheet
          people={people}
          day={opened.day}
          busy={busy === 'addDuty'}
          onClose={close}
          onDone={(personId, span) =>
            void act('addDuty', { personId, ...span }, '已排上').then(answer => {
              if (answer) close()
            })
          }
        />
      )}
      {opened?.is === 'person' && person && (
        <PersonSheet
          key={person.leave.length}
          person={person}
          today={today}
          editable={editable}
          busy={busy}
          onClose={close}
          onPresence={at => void act('setPresence', { personId: person.id, present: at }, null)}
          onAddLeave={(from, to) => void addLeave(person, from, to)}
          onRemoveLeave={(from, to) => void act('removeLeave', { personId: person.id, from, to }, '已取消请假')}
          onHandOver={() => setOpened({ is: 'handOver', personId: person.id, reason: '' })}
        />
      )}
      {opened?.is === 'handOver' && person && (
        <HandOverSheet
          key={person.id}
          person={person}
          others={people.filter(({ id }) => id !== person.id)}
          reason={opened.reason}
          busy={busy === 'handOver'}
          onClose={close}
          onHandOver={(toPersonId, reason) =>
            act('handOver', { personId: person.id, reason, ...(toPersonId === undefined ? {} : { toPersonId }) }, null)
          }
        />
      )}
    </>
  )
}

/** Who works, who is away, who has the night (D-RT-1, D-RT-2, D-RT-7). */
export default function ManageRosterPage() {
  useAccount()
  const reading = useStaff()
  usePullDownRefresh(() => {
    reading.reload()
    Taro.stopPullDownRefresh()
  })
  return (
    <ManagePage title="排班与请假">
      <CenterName />
      <ReadingStates reading={reading}>{list => <Roster list={list} reload={reading.reload} />}</ReadingStates>
    </ManagePage>
  )
}
