import { useRouter } from '@tarojs/taro'
import { ErrorState } from '@/shell/error-state'
import { Page } from '@/shell/page'
import { SignInInvite } from '@/shell/sign-in-invite'
import { Skeleton } from '@/ui/skeleton'
import { useAccount } from '@/data/session/use-account'
import { useCatalog } from '@/data/read/use-catalog'
import { queryText } from '@/data/session/query-text'
import type { Me } from '@/data/session/session'
import { isKind, type Preset } from './draft'
import { FilingForm } from './filing-form'
import { placeOfScene } from './places'
import './index.scss'

/** Opened by a quick kind (`kind`), a place (`placeId`) or a QR code (`scene`, D-IN-7). */
function presetOf(params: Partial<Record<string, string>>, me: Me): { preset: Preset; note: string | null } {
  const kind = queryText(params.kind)
  const code = queryText(params.scene) ?? queryText(params.placeId)
  const placeId = code === null ? null : placeOfScene(code, [...me.places, ...me.rooms])
  const placeName = [...me.places, ...me.rooms].find(place => place.placeId === placeId)?.name
  return {
    preset: { ...(kind && isKind(kind) ? { kind } : {}), ...(placeId ? { placeId } : {}) },
    note:
      code === null ? null : placeName ? `已按二维码选好位置：${placeName}` : '二维码里的位置没有找到，请在下面选一个',
  }
}

const title = '我要反映'

export default function FilePage() {
  const { params } = useRouter()
  const account = useAccount()
  const catalog = useCatalog(account.me !== null)

  if (account.me && catalog.value) {
    const { preset, note } = presetOf(params, account.me)
    return (
      <FilingForm
        me={account.me}
        catalog={catalog.value}
        preset={preset}
        placeNote={note}
        frame={(content, bottom) => (
          <Page title={title} bottom={bottom}>
            {content}
          </Page>
        )}
      />
    )
  }
  const error = account.error ?? (account.me ? catalog.error : null)
  const retry = () => {
    void account.refresh()
    catalog.reload()
  }
  return (
    <Page title={title}>
      {account.state === 'stranger' ? (
        <SignInInvite why="登录后才能知道您住在哪儿、把进展告诉您" />
      ) : error ? (
        <ErrorState error={error} onRetry={retry} />
      ) : (
        <Skeleton blocks={['title', 'card', 'title', 'row', 'row', 'title', 'card']} />
      )}
    </Page>
  )
}
