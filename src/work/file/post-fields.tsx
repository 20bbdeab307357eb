import { View } from '@tarojs/components'
import { Section } from '@/ui/section'
import { TextField } from '@/ui/text-field'
import { limits } from '../../../types/limits'
import type { PostDraft } from '../filing/file-for'

interface PostFieldsProps {
  value: PostDraft
  onChange: (value: PostDraft) => void
  messages: Readonly<Record<string, string>>
}

/** Where it was found online, and how far it had gone when it was read (D-SP-5). */
export const PostFields = ({ value, onChange, messages }: PostFieldsProps) => {
  const figure = (name: 'views' | 'followers' | 'comments', label: string) => (
    <TextField
      id={`field-${name}`}
      label={label}
      type="number"
      value={value[name]}
      onChange={typed => onChange({ ...value, [name]: typed })}
      max={12}
      error={messages[`onBehalf.post.${name}`]}
    />
  )
  return (
    <Section title="网上的情况" hint="回复要先审批再发出；同一件事的其他帖子，登记后在工单里添加">
      <View className="file-fields">
        <TextField
          id="field-link"
          label="链接"
          value={value.link}
          onChange={link => onChange({ ...value, link })}
          max={limits.link}
          placeholder="https://"
          error={messages['onBehalf.post.link']}
        />
        <TextField
          id="field-platform"
          label="平台（选填）"
          value={value.platform}
          onChange={platform => onChange({ ...value, platform })}
          max={limits.name}
          placeholder="例如：业主论坛、抖音"
          error={messages['onBehalf.post.platform']}
        />
        <View className="file-pair">
          {figure('views', '浏览量（选填）')}
          {figure('comments', '评论数（选填）')}
        </View>
        {figure('followers', '发帖人的粉丝（选填）')}
      </View>
    </Section>
  )
}
