import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '@/ui/choices'
import { NumberField } from '../components/number-field'
import type { DeadlineTarget } from '../../../types/contract/policy-document'

type Unit = 'minutes' | 'hours' | 'workingDays' | 'endOfDay'

const units: readonly { id: Unit; word: string }[] = [
  { id: 'minutes', word: '分钟' },
  { id: 'hours', word: '小时' },
  { id: 'workingDays', word: '工作日' },
  { id: 'endOfDay', word: '当天 24:00' },
]

const unitOf = (target: DeadlineTarget): Unit => {
  if (target === 'endOfDay') return 'endOfDay'
  if ('workingDays' in target) return 'workingDays'
  return target.hours < 1 ? 'minutes' : 'hours'
}
const figureOf = (target: DeadlineTarget): number => {
  if (target === 'endOfDay') return 1
  if ('workingDays' in target) return target.workingDays
  return target.hours < 1 ? target.hours * 60 : target.hours
}
const targetOf = (unit: Unit, figure: number): DeadlineTarget => {
  if (unit === 'endOfDay') return 'endOfDay'
  if (unit === 'workingDays') return { workingDays: Math.round(figure) }
  return { hours: unit === 'minutes' ? figure / 60 : figure }
}

interface TargetFieldsProps {
  initial: DeadlineTarget
  /** Null: no number has been typed yet. */
  onChange: (target: DeadlineTarget | null) => void
}

/** How long, in the unit people think in (docs/rules.md, Units). */
export const TargetFields = ({ initial, onChange }: TargetFieldsProps) => {
  const [unit, setUnit] = useState(() => unitOf(initial))
  const [figure, setFigure] = useState(() => figureOf(initial))
  return (
    <View className="manage-stack">
      <Choices
        choices={units}
        chosen={[unit]}
        onChoose={next => {
          setUnit(next)
          onChange(targetOf(next, figure))
        }}
        label="时限的单位"
        idStart="unit"
      />
      {unit !== 'endOfDay' && (
        <NumberField
          key={unit}
          id="figure"
          label={`多少${units.find(({ id }) => id === unit)?.word ?? ''}`}
          value={figure}
          fractions={unit === 'hours'}
          onChange={next => {
            if (next !== null) setFigure(next)
            onChange(next === null ? null : targetOf(unit, next))
          }}
        />
      )}
    </View>
  )
}
