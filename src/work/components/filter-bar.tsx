import { Text, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { SearchField } from '@/ui/search-field'
import { useCatalog } from '@/data/read/use-catalog'
import { useObserved } from '@/data/device/use-observed'
import { me } from '@/data/session/session'
import { SelectField } from '@/ui/select-field'
import { limits } from '../../../types/limits'
import type { Kind, Urgency } from '../../../types/vocabulary'
import {
  categoryOptions,
  countFilters,
  kindOptions,
  noFilters,
  stageOptions,
  urgencyOptions,
  type Filters,
  type Stage,
} from '../words/filters'
import './filter-bar.scss'

interface FilterBarProps {
  filters: Filters
  onChange: (filters: Filters) => void
  /** The list is of one queue, so the state is settled. */
  withoutStage?: boolean
  wide: boolean
  /** What else can be begun here. */
  aside?: ReactNode
}

/** Search and filters; on a phone the filters are folded away. */
export const FilterBar = ({ filters, onChange, withoutStage = false, wide, aside }: FilterBarProps) => {
  const [unfolded, setUnfolded] = useState(false)
  const categories = useCatalog().value?.categories ?? []
  const account = useObserved(me)
  const places = account?.places ?? []
  const centers = (account?.centers ?? []).map(({ centerId, name }) => ({ id: centerId, word: name }))
  const buildings = places
    .filter(({ kind }) => kind === 'building')
    .map(({ placeId, name }) => ({ id: placeId, word: name }))
  const set = countFilters(filters)
  const change = (part: Partial<Filters>) => onChange({ ...filters, ...part })
  return (
    <View className="filter-bar" {...a11y({ role: 'group', label: '搜索和筛选' })}>
      <View className="filter-bar-search">
        <SearchField
          id="search"
          label="搜索"
          value={filters.text}
          onChange={text => change({ text })}
          max={limits.shortText}
          placeholder={wide ? '编号、位置、内容（按 / 键）' : '编号、位置'}
        />
      </View>
      {!wide && (
        <View
          id="filter-toggle"
          className="filter-bar-toggle tappable"
          {...a11y({ role: 'button', expanded: unfolded, label: set > 0 ? `筛选 ${set} 项` : '筛选' })}
          onClick={() => setUnfolded(!unfolded)}
        >
          <Icon name="filter" />
          <Text>{set > 0 ? `筛选 ${set}` : '筛选'}</Text>
        </View>
      )}
      {!wide && aside}
      {(wide || unfolded) && (
        <View className="filter-bar-selects">
          {centers.length > 1 && (
            <SelectField
              id="filter-center"
              all="全部服务中心"
              options={centers}
              value={filters.centerId}
              onChange={centerId => change({ centerId })}
            />
          )}
          {!withoutStage && (
            <SelectField
              id="filter-stage"
              all="全部状态"
              options={stageOptions}
              value={filters.stage}
              onChange={stage => change({ stage: stage as Stage | undefined })}
            />
          )}
          <SelectField
            id="filter-kind"
            all="全部类型"
            options={kindOptions}
            value={filters.kind}
            onChange={kind => change({ kind: kind as Kind | undefined })}
          />
          <SelectField
            id="filter-urgency"
            all="全部紧急程度"
            options={urgencyOptions}
            value={filters.urgency}
            onChange={urgency => change({ urgency: urgency as Urgency | undefined })}
          />
          <SelectField
            id="filter-category"
            all="全部类别"
            options={categoryOptions(categories)}
            value={filters.category}
            onChange={category => change({ category })}
          />
          <SelectField
            id="filter-building"
            all="全部楼栋"
            options={buildings}
            value={filters.buildingId}
            onChange={buildingId => change({ buildingId })}
          />
          {set + filters.text.trim().length > 0 && (
            <View
              id="filter-clear"
              className="filter-bar-clear tappable"
              {...a11y({ role: 'button', label: '清除，全部筛选' })}
              onClick={() => onChange(noFilters)}
            >
              <Text>清除</Text>
            </View>
          )}
        </View>
      )}
      {wide && aside}
    </View>
  )
}
