import Taro from '@tarojs/taro'
import { useRole } from '@/data/session/use-role'
import { Page } from '@/shell/page'
import { frontPageOf } from '@/shell/tabs'
import { EmptyState } from '@/ui/empty-state'

/** For an address that leads nowhere: says so, and the way to the front page. */
export default function LostPage() {
  const front = frontPageOf(useRole())
  return (
    <Page title="没有这个页面">
      <EmptyState
        drawing="search"
        title="没有找到这个页面"
        text="链接可能旧了或打错了，您的反映和草稿都在"
        action={{ word: '回首页', onClick: () => void Taro.reLaunch({ url: `/${front}` }) }}
      />
    </Page>
  )
}
