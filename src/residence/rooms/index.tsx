import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import type { ResponseOf } from '../../../types/contract/index'
import { placeKindLabels, relationLabels } from '../../../types/vocabulary'
import { call } from '@/data/call/client'
import { usePagedReading } from '@/data/read/use-paged-reading'
import { useOrganisationActs } from '@/data/send/use-organisation-acts'
import { queryText } from '@/data/session/query-text'
import { useAccount } from '@/data/session/use-account'
import { ErrorState } from '@/shell/error-state'
import { ask, say, sayError } from '@/shell/feedback'
import { Page } from '@/shell/page'
import { a11y } from '@/ui/a11y'
import { EmptyState } from '@/ui/empty-state'
import { ItemList } from '@/ui/item-list'
import { LinkRow } from '@/ui/link-row'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'
import { Skeleton } from '@/ui/skeleton'
import { useMyCenter } from '../hooks/use-my-center'
import { residentsWords } from '../words/residents'
import '../components/residence.scss'

type Place = ResponseOf<'organisation', 'places'>['items'][number]
type Resident = Place['residents'][number]

const idOf = ({ placeId }: Place): string => placeId

interface PlaceRowProps {
  place: Place
  onOpen: () => void
  onTakeOff: (resident: Resident) => void
}

const PlaceRow = ({ place, onOpen, onTakeOff }: PlaceRowProps) => {
  const { placeId, kind, name, parts, residents } = place
  if (parts > 0) return <LinkRow id={`place-${placeId}`} title={name} line={`${parts} 处`} onClick={onOpen} />
  return (
    <View id={`place-${placeId}`} className="residence-room">
      <Text className="residence-name">{name}</Text>
      {kind !== 'room' && <Text className="residence-hint">{placeKindLabels[kind]}</Text>}
      {kind === 'room' && residents.length === 0 && <Text className="residence-hint">没有登记住户</Text>}
      {residents.map(resident => (
        <View key={resident.personId} className="residence-person">
          <Text className="residence-person-words">
            {resident.name} · {relationLabels[resident.relation]}
          </Text>
          <Text
            id={`take-off-${placeId}-${resident.personId}`}
            className="residence-link tappable"
            {...a11y({ role: 'button', label: `把${resident.name}移出${name}` })}
            onClick={() => onTakeOff(resident)}
          >
            移出
          </Text>
        </View>
      ))}
    </View>
  )
}

const Places = ({ centerId }: { centerId: string }) => {
  /** From the estate down to what is open; empty: the estate. */
  const [path, setPath] = useState<readonly Pick<Place, 'placeId' | 'name' | 'fullName'>[]>([])
  const parent = path.at(-1)
  const parentId = parent?.placeId
  const load = useCallback(
    (page: { cursor?: string; limit: number }) =>
      call(
        'organisation',
        'places',
        { centerId, ...(parentId === undefined ? {} : { parentId }), ...page },
        { retries: 1 },
      ),
    [centerId, parentId],
  )
  const list = usePagedReading<Place>({
    name: `residence:places:${centerId}`,
    key: parentId ?? 'estate',
    load,
    idOf,
    keep: false,
  })
  const { act } = useOrganisationActs()
  usePullDownRefresh(() => void list.refresh().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(() => void list.more())
  const { items, error, loading, nextCursor } = list

  const takeOff = async ({ placeId, fullName, residents }: Place, { personId, name }: Resident) => {
    const sure = await ask({
      title: `把${name}移出${fullName}？`,
      text: `现在登记的住户：${residentsWords(residents)}。反映过的事会保留`,
      confirm: '移出',
    })
    if (!sure) return
    const outcome = await act('leave', { placeId, personId })
    if (outcome.ok) say(`${name}已移出`)
    else sayError(outcome.error)
    void list.refresh()
  }

  return (
    <Section title={parent?.fullName ?? '楼栋和区域'}>
      {parent && (
        <PrimaryButton id="rooms-up" kind="plain" onClick={() => setPath(path.slice(0, -1))}>
          返回{path.at(-2)?.fullName ?? '楼栋列表'}
        </PrimaryButton>
      )}
      {items === null && error === null && <Skeleton blocks={['row', 'row', 'row']} />}
      {error !== null && loading === null && <ErrorState error={error} onRetry={() => void list.refresh()} />}
      {items?.length === 0 && <EmptyState title="还没有录入房屋" text="由管理员在服务中心的页面录入" />}
      {items !== null && items.length > 0 && (
        <ItemList label="房屋">
          {items.map(place => (
            <PlaceRow
              key={place.placeId}
              place={place}
              onOpen={() => setPath([...path, place])}
              onTakeOff={resident => void takeOff(place, resident)}
            />
          ))}
        </ItemList>
      )}
      {nextCursor !== null && (
        <PrimaryButton id="rooms-more" kind="plain" busy={loading === 'more'} onClick={() => void list.more()}>
          看更多
        </PrimaryButton>
      )}
    </Section>
  )
}

/** An estate by building, unit and room with who lives there; whoever decides that takes people off (D-OR-2). */
export default function RoomsPage() {
  useAccount()
  const { params } = useRouter<{ centerId?: string }>()
  const centerId = useMyCenter('bindResidents', queryText(params.centerId))
  return (
    <Page title="房屋和住户">
      {centerId === null ? (
        <EmptyState title="这里看谁住在哪里" text="由客服专员、客服部经理和管理员查看" />
      ) : (
        <Places key={centerId} centerId={centerId} />
      )}
    </Page>
  )
}
