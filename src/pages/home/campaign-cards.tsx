import { Text, View } from '@tarojs/components'
import { useMyCampaigns } from '@/data/read/use-my-campaigns'
import { useNow } from '@/data/read/use-now'
import { open } from '@/data/session/navigation'
import { Icon } from '@/ui/icon'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { promiseText, untilMidnight } from '@/ui/words/time'

/** Surveys of the estate that ask my household, one card each; nothing while nothing is asked (D-CB-7). */
export const CampaignCards = () => {
  const { value } = useMyCampaigns()
  const now = useNow(untilMidnight)
  // What has ended since it was kept on this phone is not offered any more.
  const waiting = (value?.items ?? []).filter(({ untilAt }) => untilAt > now)
  const homes = new Set(waiting.map(({ householdId }) => householdId)).size
  return waiting.map(({ campaignId, householdId, title, place, untilAt, questions }) => (
    <Section key={`${campaignId}:${householdId}`}>
      <View className="home-draft">
        <View className="home-draft-head">
          <Icon name="chat" />
          <Text className="home-draft-title">想听听您的意见</Text>
        </View>
        <Text className="home-draft-subject">{title}</Text>
        <Text className="home-campaign-hint">
          {homes > 1 ? `${place} · ` : ''}
          {questions.length} 题，可以不留名 · {promiseText(untilAt, now)}
        </Text>
        <PrimaryButton
          id={`home-campaign-${campaignId}`}
          kind="plain"
          onClick={() => open('pages/campaign/index', { campaignId, householdId })}
        >
          现在填
        </PrimaryButton>
      </View>
    </Section>
  ))
}
