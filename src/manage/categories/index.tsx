import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { useAccount } from '@/data/session/use-account'
import { uuidv7 } from '@/data/call/uuid'
import { urgencyLabels } from '../../../types/vocabulary'
import { PolicyPage, type PolicyEditing } from '../components/policy-page'
import { ProblemNotes } from '../components/problem-notes'
import type { Category } from '../../../types/contract/policy-document'
import { replaced, without } from '../format/edit'
import type { Names } from '../../../types/words/policy'
import { usePolicy } from '../hooks/use-policy'
import { CategorySheet } from './category-sheet'
import './index.scss'

/** Index of the category that is open, or the new one. */
type Opened = { index: number } | { fresh: Category }

/** What there is to know of a category besides its name. */
const facts = (category: Category, names: Names): string =>
  [
    category.department && names.department(category.department),
    category.urgency && `建议${urgencyLabels[category.urgency]}`,
    category.neighbourDispute && '邻里纠纷',
    category.words && category.words.length > 0 && `${category.words.length} 个词`,
  ]
    .filter(Boolean)
    .join(' · ')

const Categories = ({ policy, names, problems, editable, edit }: PolicyEditing) => {
  const [opened, setOpened] = useState<Opened | null>(null)
  const { categories } = policy
  const close = () => setOpened(null)
  const change = (next: Category[]) => edit(before => ({ ...before, categories: next }))
  const row = (category: Category, leaf: boolean) => {
    const index = categories.indexOf(category)
    return (
      <View key={category.id}>
        <View
          id={`category-${category.id}`}
          className={`category-row tappable ${leaf ? '' : 'category-row-root'} ${editable ? 'category-row-tappable' : ''}`}
          {...(editable ? a11y({ role: 'button', summary: `修改类别${category.name}` }) : {})}
          onClick={() => {
            if (editable) setOpened({ index })
          }}
        >
          <View className={`category-words ${leaf ? 'category-leaf' : ''}`}>
            <Text className="category-name">{category.name}</Text>
            <Text className="manage-hint">{facts(category, names)}</Text>
          </View>
          {editable && <Icon name="edit" />}
        </View>
        <ProblemNotes problems={problems} at={`categories.${index}`} />
      </View>
    )
  }
  const shown = opened === null ? undefined : 'index' in opened ? categories[opened.index] : opened.fresh
  const fresh = (parentId: string | null) => setOpened({ fresh: { id: uuidv7(), name: '', parentId } })
  return (
    <>
      <Section
        bare
        title={`类别 ${categories.length} 个`}
        hint="业主选的是小类；派单规则和时限可以按大类，也可以按小类。"
        aside={
          editable && (
            <View
              id="category-add"
              className="manage-add tappable"
              {...a11y({ role: 'button' })}
              onClick={() => fresh(null)}
            >
              <Icon name="plus" />
              <Text>加大类</Text>
            </View>
          )
        }
      >
        <ProblemNotes problems={problems.filter(({ path }) => path === 'categories')} />
      </Section>
      {categories
        .filter(({ parentId }) => parentId === null)
        .map(root => (
          <Section key={root.id}>
            {row(root, false)}
            {categories.filter(({ parentId }) => parentId === root.id).map(leaf => row(leaf, true))}
            {editable && (
              <View
                id={`category-add-${root.id}`}
                className="manage-add tappable"
                {...a11y({ role: 'button', label: `加小类，在${root.name}下` })}
                onClick={() => fresh(root.id)}
              >
                <Icon name="plus" />
                <Text>加小类</Text>
              </View>
            )}
          </Section>
        ))}
      {shown && opened && (
        <CategorySheet
          key={shown.id}
          category={shown}
          policy={policy}
          onClose={close}
          onDone={category => {
            change('index' in opened ? replaced(categories, opened.index, category) : [...categories, category])
            close()
          }}
          {...('index' in opened
            ? {
                onDelete: () => {
                  change(without(categories, opened.index))
                  close()
                },
              }
            : {})}
        />
      )}
      {categories.length === 0 && editable && (
        <PrimaryButton kind="plain" onClick={() => fresh(null)}>
          加第一个类别
        </PrimaryButton>
      )}
    </>
  )
}

/** What can be filed: the tree of categories, and how each is recognised (D-CL-1). */
export default function ManageCategoriesPage() {
  useAccount()
  const model = usePolicy()
  return (
    <PolicyPage title="类别" model={model}>
      {editing => <Categories {...editing} />}
    </PolicyPage>
  )
}
