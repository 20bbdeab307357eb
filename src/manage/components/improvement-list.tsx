import { useState } from 'react'
import { ItemList } from '@/ui/item-list'
import type { Improvement } from '../hooks/use-campaigns'
import { ImprovementCard } from './improvement-card'
import { SettleSheet } from './settle-sheet'

interface ImprovementListProps {
  improvements: readonly Improvement[]
  withCampaign: boolean
  onChanged: () => void
}

/** Improvements one below the other, with the sheet in which the result is written. */
export const ImprovementList = ({ improvements, withCampaign, onChanged }: ImprovementListProps) => {
  const [opened, setOpened] = useState<string | null>(null)
  const settled = improvements.find(({ improvementId }) => improvementId === opened)
  return (
    <>
      <ItemList>
        {improvements.map(improvement => (
          <ImprovementCard
            key={improvement.improvementId}
            improvement={improvement}
            withCampaign={withCampaign}
            onSettle={() => setOpened(improvement.improvementId)}
          />
        ))}
      </ItemList>
      {settled && (
        <SettleSheet
          improvement={settled}
          onClose={() => setOpened(null)}
          onDone={() => {
            setOpened(null)
            onChanged()
          }}
        />
      )}
    </>
  )
}
