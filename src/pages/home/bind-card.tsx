import { Text, View } from '@tarojs/components'
import { open } from '@/data/session/navigation'
import type { Me } from '@/data/session/session'
import { Icon } from '@/ui/icon'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'

/** How somebody without a room gets into theirs; nothing for people who live or work here (D-OR-2). */
export const BindCard = ({ account }: { account: Me }) =>
  account.rooms.length + account.posts.length > 0 || account.administers ? null : (
    <Section>
      <View className="home-draft">
        <View className="home-draft-head">
          <Icon name="home" />
          <Text className="home-draft-title">还没有绑定您的房屋</Text>
        </View>
        <Text className="home-draft-subject">用登记过的手机号、邀请码，或者找到房号申请</Text>
        <PrimaryButton id="home-bind" kind="plain" onClick={() => open('residence/mine/index')}>
          绑定我的房屋
        </PrimaryButton>
      </View>
    </Section>
  )
