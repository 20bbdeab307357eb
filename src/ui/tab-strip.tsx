import { Text, View } from '@tarojs/components'
import { a11y } from './a11y'
import './tab-strip.scss'

interface TabStripProps<Id extends string> {
  items: readonly { id: Id; word: string; count?: number }[]
  chosen: Id
  onChoose: (id: Id) => void
  label: string
  /** Each segment has the id `<idStart>-<its id>`. */
  idStart: string
}

/** Parts of one list side by side. */
export const TabStrip = <Id extends string>({ items, chosen, onChoose, label, idStart }: TabStripProps<Id>) => (
  <View className="tab-strip" {...a11y({ role: 'tablist', label })}>
    {items.map(({ id, word, count }) => (
      <View
        key={id}
        id={`${idStart}-${id}`}
        className={`strip-item tappable ${id === chosen ? 'strip-on' : ''}`}
        {...a11y({ role: 'tab', selected: id === chosen })}
        onClick={() => onChoose(id)}
      >
        <Text>{count === undefined ? word : `${word} ${count}`}</Text>
      </View>
    ))}
  </View>
)
