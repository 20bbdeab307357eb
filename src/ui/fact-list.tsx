import { Text, View } from '@tarojs/components'
import './fact-list.scss'

export type Fact = readonly [label: string, words: string | null | undefined]

/** Label and words, line by line; what is not known is left out. */
export const FactList = ({ facts }: { facts: readonly Fact[] }) => {
  const known = facts.filter(([, words]) => words)
  if (known.length === 0) return null
  return (
    <View className="fact-list">
      {known.map(([label, words]) => (
        <View key={label} className="fact">
          <Text className="fact-label">{label}</Text>
          <Text className="fact-words" userSelect>
            {words}
          </Text>
        </View>
      ))}
    </View>
  )
}
