import { Tabs } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import { a11y } from './a11y'
import './tab-strip.scss'

export interface TabItem<Id extends string> {
  id: Id
  word: string
  /** How many wait there; null: not known yet, left out: not counted. */
  count?: number | null
  /** These should be dealt with first. */
  late?: boolean
}

interface TabStripProps<Id extends string> {
  items: readonly TabItem<Id>[]
  chosen: Id
  onChoose: (id: Id) => void
  label: string
  /** Each tab has the id `<idStart>-<its id>`. */
  idStart: string
  /** A line under the chosen one across the whole page, or a box around it (the default). */
  form?: 'line' | 'box'
}

const countWord = (count: number | null): string => (count === null ? '–' : count > 999 ? '999+' : String(count))

/**
 * Parts of one list side by side. The tabs are drawn here, since those of the library can be reached neither by a key nor by a
 * screen reader; it keeps the chosen one in sight.
 */
export const TabStrip = <Id extends string>({
  items,
  chosen,
  onChoose,
  label,
  idStart,
  form = 'box',
}: TabStripProps<Id>) => (
  <Tabs
    value={chosen}
    className={`tab-strip tab-strip-${form}`}
    {...a11y({ role: 'tablist', label })}
    title={() =>
      items.map(({ id, word, count, late = false }) => (
        <View
          key={id}
          id={`${idStart}-${id}`}
          className={`nut-tabs-titles-item strip-item tappable ${id === chosen ? 'strip-on' : ''}`}
          {...a11y({
            role: 'tab',
            selected: id === chosen,
            label: count === undefined || count === null ? word : `${word}，${count} 张`,
          })}
          onClick={() => onChoose(id)}
        >
          <Text className="strip-word">{word}</Text>
          {count !== undefined && (
            <Text className={`strip-count ${late && count ? 'strip-count-late' : ''}`}>{countWord(count)}</Text>
          )}
        </View>
      ))
    }
  >
    {items.map(({ id, word }) => (
      <Tabs.TabPane key={id} title={word} value={id} />
    ))}
  </Tabs>
)
