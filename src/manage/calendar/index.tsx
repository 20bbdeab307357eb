import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { Choices } from '@/ui/choices'
import { Icon } from '@/ui/icon'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { StatusTag } from '@/ui/status-tag'
import { useAccount } from '@/data/session/use-account'
import { useNow } from '@/data/read/use-now'
import { Banner } from '@/ui/banner'
import { weekdayLabels } from '../../../types/vocabulary'
import { yearsAhead } from '../../../types/years-ahead'
import { PolicyPage, type PolicyEditing } from '../components/policy-page'
import { ProblemNotes } from '../components/problem-notes'
import { SwitchField } from '@/ui/switch-field'
import type { CalendarConfig, WeeklyCalendar } from '../../../types/contract/policy-document'
import { dayAt } from '../format/days'
import { freeId, omitted } from '../format/edit'
import { calendarName, calendarText, shiftsText, uncoveredRule } from '../../../types/words/calendar'
import { usePolicy } from '../hooks/use-policy'
import { DaySheet } from './day-sheet'
import { HolidaySheet } from './holiday-sheet'
import { MonthView, type MonthDay } from './month-view'
import { shiftsOf, weekdays, WeekdaySheet, type Weekday } from './weekday-sheet'
import './index.scss'
import { partBetween } from '../../../types/words/text'

const redrawEveryMs = 600_000

type Opened = { weekday: Weekday } | { day: MonthDay } | { year: number }

const Calendars = ({ policy, current, problems, editable, edit }: PolicyEditing) => {
  // Until the server has answered, the phone's clock may be wrong by months.
  const today = dayAt(useNow(() => redrawEveryMs))
  const [turnedTo, setTurnedTo] = useState<string | null>(null)
  const month = turnedTo ?? partBetween(today, 0, 7)
  const [chosen, setChosen] = useState(policy.workingHours)
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  const ids = Object.keys(policy.calendars)
  const id = ids.includes(chosen) ? chosen : policy.workingHours
  const calendar: CalendarConfig = policy.calendars[id] ?? '24x7'
  const weekly: WeeklyCalendar | null = calendar === '24x7' ? null : calendar
  const own = policy.holidayYears ?? {}
  const covered = [...new Set([...current.coveredYears, ...Object.keys(own).map(Number)])].sort((a, b) => a - b)
  const missing = yearsAhead(today).filter(year => !covered.includes(year))
  const change = (next: CalendarConfig) =>
    edit(before => ({ ...before, calendars: { ...before.calendars, [id]: next } }))
  const add = () => {
    const name = freeId('calendar', ids)
    edit(before => ({ ...before, calendars: { ...before.calendars, [name]: { weekly: {}, holidays: 'cn' } } }))
    setChosen(name)
  }
  const removable = editable && id !== policy.workingHours
  return (
    <>
      {missing.length > 0 && (
        <Banner
          id="years-missing"
          meaning="late"
          icon="late"
          title={`${missing.join('、')} 年放假安排还没有公布`}
          text={`${uncoveredRule}，公布以后请在下面「节假日」里导入`}
        />
      )}
      <View className="calendar-choices">
        <Choices
          choices={ids.map(name => ({ id: name, word: calendarName(name, policy) }))}
          chosen={[id]}
          onChoose={setChosen}
          label="工作日历"
          idStart="calendar"
        />
      </View>
      <Section
        title={calendarName(id, policy)}
        hint={calendarText(calendar)}
        aside={
          editable && (
            <View id="calendar-add" className="manage-add tappable" {...a11y({ role: 'button' })} onClick={add}>
              <Icon name="plus" />
              <Text>新日历</Text>
            </View>
          )
        }
      >
        {weekly === null ? (
          <Text>每天 24 小时都算，节假日也算。用于紧急事项和按自然时间计算的时限。</Text>
        ) : (
          weekdays.map((weekday, index) => {
            const shifts = shiftsOf(weekly.weekly[weekday])
            const words = shiftsText(shifts)
            return (
              <View
                key={weekday}
                id={`weekday-${weekday}`}
                className={`calendar-week-row tappable ${index === 0 ? 'calendar-week-row-first' : ''}`}
                {...(editable ? a11y({ role: 'button', summary: `修改${weekdayLabels[weekday]}：${words}` }) : {})}
                onClick={() => {
                  if (editable) setOpened({ weekday })
                }}
              >
                <Text className="calendar-week-day">{weekdayLabels[weekday]}</Text>
                <Text className={`calendar-week-shifts ${shifts.length === 0 ? 'calendar-week-rest' : ''}`}>
                  {words}
                </Text>
                {editable && <Icon name="edit" />}
              </View>
            )
          })
        )}
        {weekly && (
          <SwitchField
            id="calendar-holidays"
            label="法定节假日休息，调休日上班"
            checked={weekly.holidays !== undefined}
            disabled={!editable}
            hint={Array.isArray(weekly.holidays) ? `用的是自己的名单，${weekly.holidays.length} 天` : undefined}
            onChange={on => change(on ? { ...weekly, holidays: 'cn' } : omitHolidays(weekly))}
          />
        )}
        <ProblemNotes problems={problems} at={`calendars.${id}`} />
        {removable && (
          <PrimaryButton
            id="calendar-delete"
            kind="plain"
            icon="trash"
            onClick={() => edit(before => ({ ...before, calendars: omitted(before.calendars, id) }))}
          >
            删除这个日历
          </PrimaryButton>
        )}
      </Section>
      {weekly && (
        <Section title="每个月的样子" hint={editable ? '点按一天，可以让它休息、换班次，或照别的星期上班' : undefined}>
          <MonthView
            asked={{ calendar, month, ...(policy.holidayYears ? { holidayYears: policy.holidayYears } : {}) }}
            onMonth={setTurnedTo}
            {...(editable ? { onDay: (day: MonthDay) => setOpened({ day }) } : {})}
          />
        </Section>
      )}
      <Section
        title="节假日"
        hint={`已经有 ${covered[0] ?? ''} 到 ${covered[covered.length - 1] ?? ''} 年，共 ${covered.length} 年`}
      >
        <View className="calendar-years">
          {missing.map(year => (
            <StatusTag key={year} meaning="late" word={`缺 ${year} 年`} />
          ))}
          {Object.keys(own).map(year => (
            <View key={year} className="calendar-own-year">
              <Text>{year} 年（自己导入的）</Text>
              {editable && (
                <View
                  id={`year-remove-${year}`}
                  className="manage-remove tappable"
                  {...a11y({ role: 'button', label: `去掉自己导入的 ${year} 年` })}
                  onClick={() =>
                    edit(({ holidayYears = {}, ...rest }) => {
                      const others = omitted(holidayYears, year)
                      return Object.keys(others).length === 0 ? rest : { ...rest, holidayYears: others }
                    })
                  }
                >
                  <Icon name="close" />
                </View>
              )}
            </View>
          ))}
        </View>
        <ProblemNotes problems={problems} at="holidayYears" />
        {editable && (
          <PrimaryButton
            id="holiday-import"
            kind="plain"
            icon="plus"
            onClick={() =>
              setOpened({ year: missing[0] ?? (covered[covered.length - 1] ?? Number(partBetween(today, 0, 4))) + 1 })
            }
          >
            导入一年
          </PrimaryButton>
        )}
      </Section>
      {opened && weekly && 'weekday' in opened && (
        <WeekdaySheet
          key={opened.weekday}
          weekday={opened.weekday}
          calendar={weekly}
          onClose={close}
          onDone={next => {
            change({ ...weekly, weekly: next })
            close()
          }}
        />
      )}
      {opened && weekly && 'day' in opened && (
        <DaySheet
          key={opened.day.day}
          day={opened.day.day}
          shifts={opened.day.shifts}
          calendar={weekly}
          onClose={close}
          onDone={shifts => {
            const { shifts: _before, ...rest } = weekly
            change(shifts === undefined ? rest : { ...rest, shifts })
            close()
          }}
        />
      )}
      {opened && 'year' in opened && (
        <HolidaySheet
          year={opened.year}
          onClose={close}
          onDone={(year, days) => {
            edit(before => ({ ...before, holidayYears: { ...before.holidayYears, [String(year)]: days } }))
            close()
          }}
        />
      )}
    </>
  )
}

const omitHolidays = ({ holidays: _holidays, ...rest }: WeeklyCalendar): WeeklyCalendar => rest

/** When work is done: weeks, holidays and single dates, of every calendar of the center (docs/rules.md, Deadlines). */
export default function ManageCalendarPage() {
  useAccount()
  const model = usePolicy()
  return (
    <PolicyPage title="工作日历" model={model}>
      {editing => <Calendars {...editing} />}
    </PolicyPage>
  )
}
