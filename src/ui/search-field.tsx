import { SearchBar } from '@nutui/nutui-react-taro'
import { View } from '@tarojs/components'
import { a11y } from './a11y'
import { Icon } from './icon'
import './search-field.scss'

interface SearchFieldProps {
  /** What is searched, for people who listen. */
  label: string
  value: string
  onChange: (value: string) => void
  /** Most characters. */
  max: number
  placeholder?: string
  /** Of the field; the input inside has `<id>-input` in the browser. */
  id: string
}

/** A field to search by. Its own cross takes the words out: the library's can't be reached by a key. */
export const SearchField = ({ label, value, onChange, max, placeholder = label, id }: SearchFieldProps) => (
  <SearchBar
    className="search-field"
    shape="square"
    value={value}
    onChange={onChange}
    maxLength={max}
    placeholder={placeholder}
    clearable={false}
    leftIn={<Icon name="search" />}
    rightIn={
      value === '' ? undefined : (
        <View
          id={`${id}-clear`}
          className="search-clear tappable"
          {...a11y({ role: 'button', label: '清除搜索词' })}
          onClick={() => onChange('')}
        >
          <Icon name="close" />
        </View>
      )
    }
    inputProps={{
      id,
      placeholderClass: 'field-placeholder',
      ...a11y({ label }),
      nativeProps: { 'aria-label': label, id: `${id}-input` },
    }}
  />
)
