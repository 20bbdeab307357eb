import { Text, View } from '@tarojs/components'
import { Choices } from '@/ui/choices'
import { a11y } from '@/ui/a11y'
import { useCatalog } from '@/data/read/use-catalog'
import type { Classified } from '../hooks/use-classified'
import { categoryPath } from '../words/find-categories'

interface CategoryProposalProps {
  classified: Classified | null
  onTake: (category: string) => void
}

/** Below what was said: the category it speaks for, with the reason, taken by one tap (D-CL-4). */
export const CategoryProposal = ({ classified, onTake }: CategoryProposalProps) => {
  const { value } = useCatalog()
  const categories = value?.categories ?? []
  const found = categories.find(({ id }) => id === classified?.category)
  const isLeaf = found && !categories.some(({ parentId }) => parentId === found.id)
  if (!isLeaf) return null
  return (
    <View className="caller-found" {...a11y({ live: 'polite' })}>
      <Text className="caller-note">像是这一类？点一下选好</Text>
      <Choices
        label="像是这一类"
        idStart="category-proposal"
        form="rows"
        choices={[
          { id: found.id, word: categoryPath(categories, found.id), hint: classified?.why ?? undefined, icon: 'idea' },
        ]}
        chosen={[]}
        onChoose={onTake}
      />
    </View>
  )
}
