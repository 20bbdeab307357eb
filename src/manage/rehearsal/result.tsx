import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { instantText } from '@/ui/words/time'
import { open } from '@/data/session/navigation'
import { dueText } from '@/ui/words/time'
import type { ResponseOf } from '../../../types/contract/index'
import { deadlineKindLabels, urgencyLabels } from '../../../types/vocabulary'
import { unannouncedText } from '../../../types/words/deadline'

export type Rehearsed = ResponseOf<'policy', 'rehearse'>
type RehearsedFigures = Rehearsed['before']
type Differing = Rehearsed['tickets'][number]

const rows: readonly { id: keyof RehearsedFigures; word: string; lessIsBetter: boolean }[] = [
  { id: 'filed', word: '工单', lessIsBetter: false },
  { id: 'late', word: '有超时的工单', lessIsBetter: true },
  { id: 'lateCompletions', word: '完成处理超时', lessIsBetter: true },
  { id: 'breaches', word: '超时次数', lessIsBetter: true },
  { id: 'triaged', word: '先等客服分派', lessIsBetter: true },
]

const toneOf = (before: number, after: number, lessIsBetter: boolean): string =>
  !lessIsBetter || before === after ? '' : after < before ? 'compare-better' : 'compare-worse'

const differenceWords = (before: number, after: number): string =>
  after === before ? '不变' : after > before ? `多 ${after - before}` : `少 ${before - after}`

const Table = ({ before, after }: Pick<Rehearsed, 'before' | 'after'>) => (
  <View className="compare-table" id="rehearsal-table">
    <Text className="compare-head" />
    <Text className="compare-head">现在</Text>
    <Text className="compare-head">改了以后</Text>
    {rows.flatMap(({ id, word, lessIsBetter }) => [
      <Text key={id}>{word}</Text>,
      <Text key={`${id}-before`} className="compare-number" id={`before-${id}`}>
        {before[id]}
      </Text>,
      <Text
        key={`${id}-after`}
        className={`compare-number compare-after ${toneOf(before[id], after[id], lessIsBetter)}`}
        id={`after-${id}`}
        {...a11y({ summary: `${word}，改了以后 ${after[id]}，${differenceWords(before[id], after[id])}` })}
      >
        {after[id]}（{differenceWords(before[id], after[id])}）
      </Text>,
    ])}
  </View>
)

/** So many bars are compared at a glance. */
const mostPeople = 15

const Load = ({ people }: Pick<Rehearsed, 'people'>) => {
  const [whole, setWhole] = useState(false)
  const most = Math.max(1, ...people.map(({ before, after }) => Math.max(before, after)))
  const inOrder = [...people].sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
  const shown = whole ? inOrder.slice(0, 50) : inOrder.slice(0, mostPeople)
  return (
    <View>
      {shown.map(({ personId, name, before, after }) => (
        <View
          key={personId}
          className="load-row"
          {...a11y({ role: 'img', label: `${name}，现在 ${before} 张，改了以后 ${after} 张` })}
        >
          <View className="load-words">
            <Text>{name}</Text>
            <Text>
              {before} → {after}
            </Text>
          </View>
          <View className="load-track">
            <View className="load-bar" style={{ width: `${Math.round((before / most) * 100)}%` }} />
          </View>
          <View className="load-track">
            <View className="load-bar load-bar-after" style={{ width: `${Math.round((after / most) * 100)}%` }} />
          </View>
        </View>
      ))}
      {inOrder.length > shown.length && (
        <PrimaryButton kind="plain" onClick={() => setWhole(true)}>
          看全部 {inOrder.length} 人
        </PrimaryButton>
      )}
    </View>
  )
}

const dueWords = (at: number | null, now: number): string => (at === null ? '没有这一项' : dueText(at, now))

const DifferingTicket = ({ ticket, now }: { ticket: Differing; now: number }) => {
  const { ticketId, number, category, urgency, filedAt, assigneeBefore, assigneeAfter, why, deadlines } = ticket
  const moved = assigneeBefore !== assigneeAfter
  return (
    <View
      className="differ"
      id={`differ-${ticketId}`}
      {...a11y({ role: 'link', summary: `工单 ${number}，${category}` })}
      onClick={() => open('work/ticket/index', { ticketId })}
    >
      <View className="differ-head">
        <Text className="differ-what">
          {category} · {urgencyLabels[urgency]}
        </Text>
        <Text className="differ-small">{instantText(filedAt, now)}</Text>
      </View>
      <Text className="differ-small">工单 {number}</Text>
      {moved && (
        <Text className="differ-due">
          {assigneeBefore ?? '等客服分派'} → {assigneeAfter ?? '等客服分派'}：{why}
        </Text>
      )}
      {deadlines.map(({ kind, cycle, dueBefore, dueAfter, lateBefore, lateAfter, unannouncedYears }) => (
        <Text key={`${kind}-${cycle}`} className={`differ-due ${toneOf(Number(lateBefore), Number(lateAfter), true)}`}>
          {deadlineKindLabels[kind]}
          {cycle > 1 ? `（第 ${cycle} 轮）` : ''}：{dueWords(dueBefore, now)}
          {lateBefore ? '（超时）' : ''} → {dueWords(dueAfter, now)}
          {lateAfter ? '（超时）' : ''}
          {unannouncedYears.length > 0 && `（${unannouncedText(unannouncedYears) ?? ''}）`}
        </Text>
      ))}
    </View>
  )
}

/** Shown first; a long list is asked for. */
const ticketsAtFirst = 10

/** What a rehearsal came to: in sum, person by person, ticket by ticket (D-RH-1). */
export const RehearsalResult = ({ result, now }: { result: Rehearsed; now: number }) => {
  const [shown, setShown] = useState(ticketsAtFirst)
  const { tickets, differing, people } = result
  return (
    <>
      <Section title="前后对比" hint={`${instantText(result.from, now)} 到 ${instantText(result.to, now)}`}>
        <Table before={result.before} after={result.after} />
      </Section>
      {people.length > 0 && (
        <Section title="每人多少" hint="上面一条是现在，下面一条是改了以后">
          <Load people={people} />
        </Section>
      )}
      <Section bare title={`有变化的工单 ${differing} 张`} id="rehearsal-differing">
        {differing === 0 && <Text className="manage-hint">这段时间的工单，改了以后都和现在一样</Text>}
        <View className="differ-list">
          {tickets.slice(0, shown).map(ticket => (
            <DifferingTicket key={ticket.ticketId} ticket={ticket} now={now} />
          ))}
          {/* A mini-program's view should have at most 60 children. */}
          {tickets.length > shown && shown < 50 && (
            <PrimaryButton kind="plain" onClick={() => setShown(shown + 20)}>
              再看 20 张
            </PrimaryButton>
          )}
        </View>
      </Section>
    </>
  )
}
