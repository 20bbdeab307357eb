import { Text, View } from '@tarojs/components'
import { Choices } from '@/ui/choices'
import { Icon } from '@/ui/icon'
import { Section } from '@/ui/section'
import { TextField } from '@/ui/text-field'
import { relationLabels } from '../../../types/vocabulary'
import { useAppearance } from '@/shell/use-appearance'
import type { Me } from '@/data/session/session'
import { limits } from '../../../types/limits'
import type { FileDraft } from './draft'
import { placeGroups } from './places'
import { SectionMessage } from './section-message'
import { chooseGroup, choosePlace, chosenGroup, type Where } from './where'

interface WhereSectionProps {
  me: Me
  draft: Where
  onChange: (part: Partial<FileDraft>) => void
  messageFor: (word: string) => string | undefined
  /** What became of a QR code. */
  note: string | null
}

/** 2. Where: my room, another place by building, or in words. */
export const WhereSection = ({ me, draft, onChange, messageFor, note }: WhereSectionProps) => {
  const { elder } = useAppearance()
  const groups = placeGroups(me.places, me.rooms)
  const group = chosenGroup(draft, groups)
  const toPlace = (placeId: string) => onChange(choosePlace(draft, me.rooms, placeId))

  return (
    <Section title="2. 在哪里" id="file-where">
      <View className="file-block">
        {note && (
          <View className="file-hint">
            <Icon name="qr" />
            <Text>{note}</Text>
          </View>
        )}
        {me.rooms.length > 0 && (
          <Choices
            label="我的房屋"
            idStart="file-place"
            form="rows"
            choices={me.rooms.map(({ placeId, name, relation }) => ({
              id: placeId,
              word: name,
              hint: `我家（${relationLabels[relation]}）`,
              icon: 'home',
            }))}
            chosen={draft.placeId ? [draft.placeId] : []}
            onChoose={toPlace}
          />
        )}
        {groups.length > 0 && (
          <>
            <Text className="file-small">
              {me.rooms.length > 0 ? '不在家里？选楼栋或公共区域' : '选楼栋或公共区域'}
            </Text>
            <Choices
              label="楼栋或公共区域"
              idStart="file-group"
              most={elder ? 3 : undefined}
              choices={groups.map(({ id, name }) => ({ id, word: name }))}
              chosen={group ? [group.id] : []}
              onChoose={id => onChange(chooseGroup(draft, me.rooms, groups, id))}
            />
          </>
        )}
        {group && (
          <View className="file-places">
            <Text className="file-small">在{group.name}的哪一处？</Text>
            <Choices
              label={`${group.name}的位置`}
              idStart="file-place"
              choices={group.places.map(({ placeId, name, kind }) => ({
                id: placeId,
                word: kind === 'building' ? `${name}整栋` : name,
              }))}
              chosen={draft.placeId ? [draft.placeId] : []}
              onChoose={toPlace}
            />
          </View>
        )}
        <TextField
          id="file-place-text"
          label={draft.placeId ? '具体在哪儿（选填）' : '上面没有的话，写下位置'}
          placeholder={draft.placeId ? '如：卫生间吊顶、2 单元电梯口' : '如：小区北门外的人行道'}
          max={limits.shortText}
          value={draft.placeText}
          onChange={placeText => onChange({ placeText })}
        />
        <SectionMessage text={messageFor('位置')} />
      </View>
    </Section>
  )
}
