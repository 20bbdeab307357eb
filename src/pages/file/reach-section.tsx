import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { Section } from '@/ui/section'
import { SwitchField } from '@/ui/switch-field'
import { TextField } from '@/ui/text-field'
import { limits } from '../../../types/limits'
import { anonymityOf } from './anonymity'
import type { FileDraft } from './draft'
import type { Member } from './family'
import { FamilyChoice } from './family-choice'
import { SectionMessage } from './section-message'

interface ReachSectionProps {
  draft: Pick<
    FileDraft,
    'anonymous' | 'roomMayBeKnown' | 'name' | 'phone' | 'forWhom' | 'familyName' | 'familyRelation' | 'keptToMyself'
  >
  /** With whom the home is shared. */
  members: readonly Member[]
  /** The chosen place is a room of one's own. */
  atHome: boolean
  /** D-IN-3: name and room are never asked for. */
  neighbourDispute: boolean
  onChange: (part: Partial<FileDraft>) => void
  messageFor: (word: string) => string | undefined
}

/** 4. How to reach you, or anonymous. */
export const ReachSection = ({ draft, members, atHome, neighbourDispute, onChange, messageFor }: ReachSectionProps) => {
  const { hidden, seen } = anonymityOf({ ...draft, atHome, neighbourDispute })
  return (
    <Section title="4. 怎么联系您" id="file-reach">
      <View className="file-block">
        {neighbourDispute && (
          <View className="file-hint">
            <Icon name="lock" />
            <Text>邻里之间的事，可以不留姓名和房号。管家默认看不到是谁反映的。</Text>
          </View>
        )}
        <SwitchField
          id="file-anonymous"
          label="匿名反映"
          checked={draft.anonymous}
          onChange={anonymous => onChange({ anonymous })}
        />
        <View id="file-anonymity" className="file-anonymity" {...a11y({ live: 'polite' })}>
          {hidden && (
            <View className="file-anonymity-line">
              <Icon name="lock" />
              <Text>{hidden}</Text>
            </View>
          )}
          <View className="file-anonymity-line">
            <Icon name="info" />
            <Text>{seen}</Text>
          </View>
        </View>
        {(draft.anonymous || neighbourDispute) && (
          <SwitchField
            id="file-room-known"
            label="可以告诉处理人员我的房号"
            words={{ on: '可以', off: '不告诉' }}
            checked={draft.roomMayBeKnown}
            onChange={roomMayBeKnown => onChange({ roomMayBeKnown })}
          />
        )}
        {!draft.anonymous && (
          <>
            <FamilyChoice draft={draft} members={members} onChange={onChange} message={messageFor('哪位家人')} />
            {atHome && members.length > 0 && !neighbourDispute && (
              <SwitchField
                id="file-shared"
                label="家人也能看到"
                hint="同住的家人能看进展、补充和催办"
                words={{ on: '能', off: '不能' }}
                checked={!draft.keptToMyself}
                onChange={shared => onChange({ keptToMyself: !shared })}
              />
            )}
            <TextField
              id="file-name"
              label="怎么称呼您（选填）"
              placeholder="如：王女士"
              max={limits.name}
              value={draft.name}
              onChange={name => onChange({ name })}
            />
            <TextField
              id="file-phone"
              label="联系电话（选填）"
              placeholder="方便上门前和您约时间"
              max={limits.phone}
              type="number"
              value={draft.phone}
              onChange={phone => onChange({ phone })}
              error={messageFor('手机号')}
            />
          </>
        )}
        <SectionMessage text={messageFor('联系方式')} />
      </View>
    </Section>
  )
}
