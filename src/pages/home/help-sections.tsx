import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { HelpCall } from '@/shell/help-call'
import { FaqList } from '@/ui/faq-list'
import { Section } from '@/ui/section'
import type { Catalog } from '@/data/read/use-catalog'
import { open } from '@/data/session/navigation'
import type { Me } from '@/data/session/session'

interface HelpSectionsProps {
  center: Me['center']
  faq: Catalog['faq']
  withScope: boolean
}

/** Answers without a filing, the numbers to call, and what this place is for. */
export const HelpSections = ({ center, faq, withScope }: HelpSectionsProps) => (
  <>
    {faq.length > 0 && (
      <Section title="常见问题">
        <FaqList faq={faq.slice(0, 4)} />
      </Section>
    )}
    {center && (
      <Section bare>
        <HelpCall title="也可以直接打电话" phones={center} />
      </Section>
    )}
    {withScope && (
      <View className="home-scope">
        <Text>
          本服务由{center?.name ?? '物业服务中心'}
          提供，用于反映物业服务范围内的问题。您反映的内容只有您和物业工作人员能看到。 涉及人身安全请先拨打
          110、119、120。
        </Text>
        <Text className="home-privacy tappable" {...a11y({ role: 'link' })} onClick={() => open('pages/privacy/index')}>
          隐私说明
        </Text>
      </View>
    )}
  </>
)
