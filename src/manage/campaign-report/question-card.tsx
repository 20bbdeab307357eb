import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { Icon, type IconName } from '@/ui/icon'
import { ItemList } from '@/ui/item-list'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { FoldedText } from '@/ui/excerpt'
import type { QuestionReport } from '../../../types/contract/campaign'
import { IntervalBar } from '../components/interval-bar'
import {
  boundsWords,
  changeTone,
  changeWords,
  partSample,
  partWords,
  satisfiedWord,
  type ChangeTone,
} from '../format/campaign'
import { percent } from '../format/figures'

export type ReportBy = 'all' | 'building' | 'tenure'

const changeIcons: Readonly<Record<ChangeTone, IconName>> = { better: 'done', worse: 'late', same: 'info' }

/** How often each answer was given, as bars of one scale. */
const Distribution = ({ question }: { question: QuestionReport }) => (
  <ItemList label="各项回答">
    {question.answers.map(({ key, words, count, interval }) => (
      <View key={key} className="report-part">
        <View className="report-part-words">
          <Text className="report-part-name">{words}</Text>
          <Text>{interval === null ? `${count} 户` : `${percent(interval.share)}（${count} 户）`}</Text>
        </View>
        <View className="report-track" {...a11y({ hidden: true })}>
          <View className="report-bar" style={{ width: `${(interval?.share ?? 0) * 100}%` }} />
        </View>
      </View>
    ))}
  </ItemList>
)

/** The same question building by building, or by how long people have lived here. */
const Groups = ({ groups }: { groups: QuestionReport['byBuilding'] }) => (
  <ItemList>
    {groups.map(part => (
      <View key={part.key} className="report-part">
        <View className="report-part-words">
          <Text className="report-part-name">{part.name}</Text>
          <Text className={part.withheld ? 'report-line' : 'report-part-share'}>{partWords(part)}</Text>
        </View>
        {part.satisfied && <IntervalBar {...part.satisfied} enough />}
        <Text className="report-line">{partSample(part)}</Text>
      </View>
    ))}
  </ItemList>
)

/** So many sentences are read at first. */
const textsAtFirst = 5

const Texts = ({ texts }: { texts: readonly string[] }) => {
  const [whole, setWhole] = useState(false)
  return (
    <View>
      <ItemList>
        {texts.slice(0, whole ? texts.length : textsAtFirst).map((text, index) => (
          <View key={`${index}:${text}`} className="report-text">
            <FoldedText text={text} />
          </View>
        ))}
      </ItemList>
      {texts.length > textsAtFirst && !whole && (
        <PrimaryButton kind="plain" onClick={() => setWhole(true)}>
          看全部 {texts.length} 条
        </PrimaryButton>
      )}
    </View>
  )
}

interface QuestionCardProps {
  question: QuestionReport
  by: ReportBy
  /** How many households were asked. */
  asked: number
}

/** What one question says: the share at a glance, what it rests on, what has changed, and the answers behind it. */
export const QuestionCard = ({ question, by, asked }: QuestionCardProps) => {
  const { id, words, type, satisfied, withheld, ofAll, change, texts } = question
  const bounds = boundsWords(question, asked)
  const groups = by === 'building' ? question.byBuilding : by === 'tenure' ? question.byTenure : null
  return (
    <Section title={words} hint={ofAll ? undefined : '只问了前面那样回答的住户'} id={`report-${id}`}>
      <Text className={satisfied ? 'report-share' : 'report-line'}>{partWords(question)}</Text>
      {satisfied && (
        <>
          <IntervalBar {...satisfied} enough />
          <Text className="report-line">
            {satisfiedWord(type)}；{partSample(question)}
          </Text>
        </>
      )}
      {bounds && <Text className="report-line">{bounds}</Text>}
      {change && (
        <View className={`report-change report-change-${changeTone(change)}`}>
          <Icon name={changeIcons[changeTone(change)]} />
          <Text>{changeWords(change)}</Text>
        </View>
      )}
      {!withheld && groups === null && question.answers.length > 0 && <Distribution question={question} />}
      {!withheld && groups === null && texts.length > 0 && <Texts texts={texts} />}
      {groups !== null && groups.length > 0 && <Groups groups={groups} />}
    </Section>
  )
}
