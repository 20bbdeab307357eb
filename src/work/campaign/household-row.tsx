import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { StatusTag } from '@/ui/status-tag'
import { campaignChannelLabels, campaignResultLabels, notAskedLabels } from '../../../types/vocabulary'
import type { Household } from '../hooks/use-survey-entry'
import '../components/household-row.scss'

const tagOf = ({ result, notAsked }: Household) => {
  if (notAsked !== null) return { meaning: 'calm', word: notAskedLabels[notAsked] } as const
  if (result === 'answered') return { meaning: 'done', word: campaignResultLabels.answered } as const
  if (result === 'refused') return { meaning: 'calm', word: campaignResultLabels.refused } as const
  return null
}

const lineOf = ({ names, channel, enteredBy, tries, result, noCalls, mayEnter }: Household, open: boolean): string =>
  [
    names.join('、'),
    tries > 0 && result === 'notReached' ? `${tries} 次没有联系到` : '',
    result === 'answered' && channel ? campaignChannelLabels[channel] : '',
    enteredBy ? `${enteredBy}录入` : '',
    noCalls && open ? '有人不希望接电话' : '',
    open && !mayEnter ? '自己家的请在首页填' : '',
  ]
    .filter(Boolean)
    .join(' · ')

interface HouseholdRowProps {
  household: Household
  /** Still to answer. */
  open: boolean
  onOpen: () => void
}

/** One household: where, who, and what has become of asking it; never what it answered. */
export const HouseholdRow = ({ household, open, onOpen }: HouseholdRowProps) => {
  const { householdId, place, mayEnter } = household
  const tag = tagOf(household)
  const line = lineOf(household, open)
  return (
    <View {...a11y({ role: 'listitem' })}>
      <View
        id={`household-${householdId}`}
        className={`household-row ${mayEnter ? 'tappable' : ''}`}
        {...(mayEnter ? a11y({ role: 'link', summary: `${place}，${line}` }) : {})}
        onClick={() => {
          if (mayEnter) onOpen()
        }}
      >
        <View className="household-head">
          <Text className="household-place">{place}</Text>
          {tag && <StatusTag {...tag} />}
        </View>
        {line && <Text className="household-line">{line}</Text>}
      </View>
    </View>
  )
}
