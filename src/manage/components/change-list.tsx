import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import type { Change } from '../format/problems'
import './change-list.scss'

/** More differences than anybody reads are counted, not listed. */
const mostShown = 40

/** What changed from one policy to another, part by part. */
export const ChangeList = ({ changes }: { changes: readonly Change[] }) => {
  const shown = changes.slice(0, mostShown)
  const sections = [...new Set(shown.map(({ section }) => section))]
  if (changes.length === 0) return <Text className="manage-hint">没有不同</Text>
  return (
    <View className="change-list" {...a11y({ role: 'list', label: '修改内容' })}>
      {sections.map(section => (
        <View key={section} className="change-section">
          <Text className="change-section-name">{section}</Text>
          {shown
            .filter(change => change.section === section)
            .map(({ what, before, after }, index) => (
              <View key={`${what}:${index}`} className="change" {...a11y({ role: 'listitem' })}>
                <Text className="change-what">{what}</Text>
                {before !== null && <Text className="change-before">原来：{before}</Text>}
                <Text className="change-after">
                  {after === null ? '删除' : `${before === null ? '新增' : '改为'}：${after}`}
                </Text>
              </View>
            ))}
        </View>
      ))}
      {changes.length > shown.length && (
        <Text className="manage-hint">还有 {changes.length - shown.length} 处没有列出</Text>
      )}
    </View>
  )
}
