import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { PrimaryButton } from '@/ui/primary-button'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import { CallError, messageOf } from '@/data/call/call-error'
import { call } from '@/data/call/client'
import type { ResponseOf } from '../../../types/contract/index'
import { NumberField } from '../components/number-field'
import { dayWords } from '../format/days'

type HolidayYear = ResponseOf<'policy', 'readHolidays'>

interface HolidaySheetProps {
  year: number
  onDone: (year: number, days: HolidayYear) => void
  onClose: () => void
}

const listWords = (days: readonly string[]): string => days.map(day => dayWords(day)).join('、')

/** What went wrong, with the line where there is one. */
const wordsOf = (error: unknown): string =>
  error instanceof CallError && Object.keys(error.fields).length > 0
    ? Object.values(error.fields).join('；')
    : error instanceof CallError && error.code === 'notFound'
      ? '内置表里还没有这一年，请粘贴公布的名单'
      : messageOf(error)

/** Holidays of one year, from the shipped table or from a pasted list; read by the server, shown before they count. */
export const HolidaySheet = ({ year: firstYear, onDone, onClose }: HolidaySheetProps) => {
  const [year, setYear] = useState<number | null>(firstYear)
  const [text, setText] = useState('')
  const [read, setRead] = useState<HolidayYear | null>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const ask = async (pasted: string | undefined) => {
    if (year === null || busy) return
    setBusy(true)
    setFault(null)
    setRead(null)
    try {
      setRead(
        await call(
          'policy',
          'readHolidays',
          { year, ...(pasted === undefined ? {} : { text: pasted }) },
          { retries: 1 },
        ),
      )
    } catch (error) {
      setFault(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet
      id="holiday-sheet"
      title="导入一年的节假日"
      onClose={onClose}
      actions={
        <PrimaryButton
          id="holiday-done"
          disabled={read === null || year === null}
          onClick={() => {
            if (read && year !== null) onDone(year, read)
          }}
        >
          使用这份名单
        </PrimaryButton>
      }
    >
      <NumberField
        id="holiday-year"
        label="年份"
        value={firstYear}
        onChange={next => {
          setYear(next)
          setRead(null)
        }}
      />
      <PrimaryButton
        id="holiday-shipped"
        kind="plain"
        busy={busy}
        disabled={year === null}
        onClick={() => void ask(undefined)}
      >
        从内置表读取
      </PrimaryButton>
      <TextField
        id="holiday-text"
        label="或者粘贴名单，一行一天或一段"
        multiline
        value={text}
        onChange={setText}
        max={10_000}
        placeholder={`${firstYear}-01-01 休\n${firstYear}-10-01~${firstYear}-10-07 休\n${firstYear}-10-10 班`}
      />
      <PrimaryButton
        id="holiday-read"
        kind="plain"
        busy={busy}
        disabled={text.trim() === '' || year === null}
        onClick={() => void ask(text)}
      >
        读取名单
      </PrimaryButton>
      {fault && (
        <Text className="shift-fault" id="holiday-fault" {...a11y({ live: 'assertive' })}>
          {fault}
        </Text>
      )}
      {read && (
        <View className="holiday-read" id="holiday-found" {...a11y({ role: 'status', live: 'polite' })}>
          <Text className="holiday-line">
            休息 {read.holidays.length} 天：{listWords(read.holidays)}
          </Text>
          <Text className="holiday-line">
            {read.makeUpDays.length === 0
              ? '没有调休上班'
              : `调休上班 ${read.makeUpDays.length} 天：${listWords(read.makeUpDays)}`}
          </Text>
        </View>
      )}
    </Sheet>
  )
}
