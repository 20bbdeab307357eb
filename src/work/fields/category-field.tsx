import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '@/ui/choices'
import { PrimaryButton } from '@/ui/primary-button'
import { SearchField } from '@/ui/search-field'
import { useCatalog } from '@/data/read/use-catalog'
import { limits } from '../../../types/limits'
import { otherOf } from '../../../types/words/find-by-words'
import { categoryPath, findCategories, leavesOf, rootOf, rootsOf } from '../words/find-categories'
import './category-field.scss'

interface CategoryFieldProps {
  id: string
  value: string | undefined
  onChange: (category: string) => void
  label: string
}

const toChoice = ({ id, name }: { id: string; name: string }) => ({ id, word: name })

/** Type a word, or go from the kind of trouble to the trouble itself. */
export const CategoryField = ({ id, value, onChange, label }: CategoryFieldProps) => {
  const { value: catalog, error, reload } = useCatalog()
  const [typed, setTyped] = useState('')
  const [openRoot, setOpenRoot] = useState<string | null>(null)
  const categories = catalog?.categories ?? []
  if (!catalog) {
    return error === null ? (
      <Text className="category-path">正在读取类别…</Text>
    ) : (
      <PrimaryButton kind="plain" onClick={reload}>
        类别没有读到，点按再试
      </PrimaryButton>
    )
  }
  const root = openRoot ?? (value === undefined ? undefined : rootOf(categories, value)) ?? null
  const leaves = root === null ? [] : leavesOf(categories, root)
  const found = findCategories(categories, typed)
  const other = otherOf(categories)
  const offered = found.length === 0 && other ? [other] : found
  const choose = (category: string) => {
    onChange(category)
    setTyped('')
    setOpenRoot(null)
  }
  return (
    <View className="category-field" id={id}>
      {value !== undefined && <Text className="category-path">已选：{categoryPath(categories, value)}</Text>}
      <SearchField
        id={`${id}-search`}
        label="搜索类别"
        value={typed}
        onChange={setTyped}
        max={limits.name}
        placeholder="例如：漏水、电梯、噪音"
      />
      {typed.trim() !== '' ? (
        <>
          {found.length === 0 && <Text className="category-path">没有找到，请换个词，或在下面选择</Text>}
          <Choices
            choices={offered.map(({ id: found }) => ({ id: found, word: categoryPath(categories, found) }))}
            chosen={value === undefined ? [] : [value]}
            onChoose={choose}
            label={label}
            form="rows"
            idStart={id}
          />
        </>
      ) : null}
      {(typed.trim() === '' || found.length === 0) && (
        <>
          <Choices
            choices={rootsOf(categories).map(toChoice)}
            chosen={root === null ? [] : [root]}
            onChoose={chosen => (leavesOf(categories, chosen).length === 0 ? choose(chosen) : setOpenRoot(chosen))}
            label="大类"
            idStart={`${id}-root`}
          />
          {leaves.length > 0 && (
            <View className="category-leaves">
              <Choices
                choices={leaves.map(toChoice)}
                chosen={value === undefined ? [] : [value]}
                onChoose={choose}
                label={label}
                idStart={id}
              />
            </View>
          )}
        </>
      )}
    </View>
  )
}
