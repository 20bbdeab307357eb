import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { Section } from '@/ui/section'
import { TextField } from '@/ui/text-field'
import { limits } from '../../../types/limits'
import type { FileDraft } from './draft'
import { SectionMessage } from './section-message'

interface ReachSectionProps {
  draft: Pick<FileDraft, 'anonymous' | 'roomMayBeKnown' | 'name' | 'phone'>
  /** D-IN-3: name and room are never asked for. */
  neighbourDispute: boolean
  onChange: (part: Partial<FileDraft>) => void
  messageFor: (word: string) => string | undefined
}

/** 4. How to reach you, or anonymous. */
export const ReachSection = ({ draft, neighbourDispute, onChange, messageFor }: ReachSectionProps) => (
  <Section title="4. 怎么联系您" id="file-reach">
    <View className="file-block">
      {neighbourDispute && (
        <View className="file-hint">
          <Icon name="lock" />
          <Text>邻里之间的事，可以不留姓名和房号。管家默认看不到是谁反映的。</Text>
        </View>
      )}
      <View
        id="file-anonymous"
        className="file-switch tappable"
        {...a11y({ role: 'checkbox', checked: draft.anonymous, label: '匿名反映' })}
        onClick={() => onChange({ anonymous: !draft.anonymous })}
      >
        <Icon name={draft.anonymous ? 'done' : 'lock'} />
        <View className="file-switch-words">
          <Text>匿名反映</Text>
          <Text className="file-small">
            {draft.anonymous
              ? '处理人员看不到您的姓名和电话。您仍能在「我的反映」里看进展'
              : '处理人员能看到您的姓名，方便和您联系'}
          </Text>
        </View>
        <Text className="file-switch-state">{draft.anonymous ? '已开启' : '未开启'}</Text>
      </View>
      {(draft.anonymous || neighbourDispute) && (
        <View
          id="file-room-known"
          className="file-switch tappable"
          {...a11y({ role: 'checkbox', checked: draft.roomMayBeKnown, label: '可以告诉处理人员我的房号' })}
          onClick={() => onChange({ roomMayBeKnown: !draft.roomMayBeKnown })}
        >
          <Icon name={draft.roomMayBeKnown ? 'done' : 'lock'} />
          <View className="file-switch-words">
            <Text>可以告诉处理人员我的房号</Text>
            <Text className="file-small">
              {draft.roomMayBeKnown ? '处理人员能看到房号，方便上门' : '处理人员只看到是哪一栋楼'}
            </Text>
          </View>
          <Text className="file-switch-state">{draft.roomMayBeKnown ? '可以' : '不告诉'}</Text>
        </View>
      )}
      {!draft.anonymous && (
        <>
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
