import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { dropFile } from '@/data/device/local-file'
import { storage } from '@/data/device/storage'
import { open } from '@/data/session/navigation'
import { ask, say } from '@/shell/feedback'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import type { FileDraft } from '../file/draft'
import { draftName, subjectOf } from '../file/waiting-draft'

const waiting = (): FileDraft | null => storage.readDraft<FileDraft>(draftName)

/** A filing that was begun and left: what it is about, the way on, and the way to drop it. */
export const DraftCard = ({ categories }: { categories: readonly { id: string; name: string }[] }) => {
  const [draft, setDraft] = useState(waiting)
  useDidShow(() => setDraft(waiting()))
  if (!draft) return null

  const drop = async () => {
    const sure = await ask({
      title: '删掉这份草稿？',
      text: '已经写的内容和照片会删掉',
      confirm: '删掉',
      cancel: '留着',
    })
    if (!sure) return
    draft.media.forEach(({ localPath }) => localPath && dropFile(localPath))
    storage.removeDraft(draftName)
    setDraft(null)
    say('草稿已删掉')
  }

  return (
    <Section id="home-draft">
      <View className="home-draft">
        <View className="home-draft-head">
          <Icon name="edit" />
          <Text className="home-draft-title">您有一份没写完的反映</Text>
          <View
            id="home-draft-drop"
            className="home-draft-drop tappable"
            {...a11y({ role: 'button', label: '删掉草稿' })}
            onClick={() => void drop()}
          >
            <Icon name="trash" />
            <Text>删掉</Text>
          </View>
        </View>
        <Text className="home-draft-subject">{subjectOf(draft, categories)}</Text>
        <PrimaryButton id="home-draft-go" kind="plain" onClick={() => open('pages/file/index')}>
          接着写
        </PrimaryButton>
      </View>
    </Section>
  )
}
