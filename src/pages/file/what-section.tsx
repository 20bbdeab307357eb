import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '@/ui/choices'
import { FaqList } from '@/ui/faq-list'
import { Icon, type IconName } from '@/ui/icon'
import { Section } from '@/ui/section'
import { SwitchField } from '@/ui/switch-field'
import { TextField } from '@/ui/text-field'
import { HelpCall } from '@/shell/help-call'
import { useAppearance } from '@/shell/use-appearance'
import { useObserved } from '@/data/device/use-observed'
import { me } from '@/data/session/session'
import type { Catalog } from '@/data/read/use-catalog'
import { categoriesUsed } from '@/data/read/use-my-tickets'
import type { Kind } from '../../../types/vocabulary'
import { otherOf } from '../../../types/words/find-by-words'
import { byUse, iconOf, leavesOf, searchLeaves } from './categories'
import type { FileDraft } from './draft'
import { SectionMessage } from './section-message'

const kindIcons: Record<Kind, IconName> = {
  request: 'repair',
  complaint: 'complaint',
  consultation: 'question',
  suggestion: 'idea',
  praise: 'heart',
}

interface WhatSectionProps {
  catalog: Catalog
  draft: Pick<FileDraft, 'kind' | 'category' | 'emergency'>
  onChange: (part: Partial<FileDraft>) => void
  messageFor: (word: string) => string | undefined
}

/** Tiles shown before 更多; in the elder view three (L-TOK-1). */
const tilesAtFirst = { normal: 12, elder: 3 } as const

/** 1. What is the matter: kind and category. */
export const WhatSection = ({ catalog, draft, onChange, messageFor }: WhatSectionProps) => {
  const { elder } = useAppearance()
  const center = useObserved(me)?.center ?? null
  const [typed, setTyped] = useState('')
  const [leaves] = useState(() => byUse(leavesOf(catalog.categories), categoriesUsed()))
  const found = searchLeaves(leaves, typed, catalog.categories)
  const other = otherOf(leaves)
  const offered = found.length === 0 && other ? [other] : found
  const chosen = leaves.find(({ id }) => id === draft.category)
  const most = tilesAtFirst[elder ? 'elder' : 'normal']
  // What has been chosen stays in sight beside what is being looked for.
  const tiles = chosen && !offered.includes(chosen) ? [chosen, ...offered] : offered
  const hints = catalog.faq.filter(({ category }) => category !== null && category === draft.category)
  const urgent = draft.emergency || chosen?.urgency === 'emergency' || chosen?.urgency === 'urgent'

  return (
    <Section title="1. 是什么事" id="file-what">
      <View className="file-block">
        <Choices
          label="您想要"
          idStart="file-kind"
          choices={catalog.kinds.map(({ id, name }) => ({ id, word: name, icon: kindIcons[id] }))}
          chosen={draft.kind ? [draft.kind] : []}
          most={elder ? 3 : undefined}
          onChoose={kind => onChange({ kind })}
        />
        <SectionMessage text={messageFor('类型')} />
        {leaves.length > most && (
          <TextField
            id="file-search"
            label="找类别"
            placeholder="如：漏水、停车、噪音"
            max={20}
            value={typed}
            onChange={setTyped}
          />
        )}
        <Choices
          label="类别"
          idStart="file-category"
          form="tiles"
          most={typed.trim() === '' ? most : undefined}
          choices={tiles.map(({ id, name, icon }) => ({ id, word: name, icon: iconOf(icon) }))}
          chosen={chosen ? [chosen.id] : []}
          onChoose={category => onChange({ category })}
        />
        {found.length === 0 && (
          <Text className="file-note" id="file-search-none">
            没有找到“{typed.trim()}”，{other ? `可以选“${other.name}”` : '请换个词'}，再用文字说明
          </Text>
        )}
        <SectionMessage text={messageFor('类别')} />
        {chosen?.hint && (
          <View className="file-hint">
            <Icon name="info" />
            <Text>{chosen.hint}</Text>
          </View>
        )}
        <SwitchField
          id="file-emergency"
          label="现在很危险"
          hint="有人被困、正在漏水漏电、有燃气味"
          words={{ on: '是', off: '否' }}
          danger
          checked={draft.emergency}
          onChange={emergency => onChange({ emergency })}
        />
        {urgent && center && (
          <HelpCall
            id="file-call"
            urgent
            phones={center}
            title="请先打电话，我们马上到"
            text="电话讲清楚后，这里可以接着填，方便跟进"
          />
        )}
        {hints.length > 0 && (
          <View className="file-faq">
            <Text className="file-small">也许这里就有答案</Text>
            <FaqList faq={hints} />
          </View>
        )}
      </View>
    </Section>
  )
}
