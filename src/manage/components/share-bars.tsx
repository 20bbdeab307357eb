import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { PrimaryButton } from '@/ui/primary-button'
import './share-bars.scss'

export interface OpenTickets {
  id: string
  name: string
  open: number
  dueSoon: number
  overdue: number
}

/** So many are compared at a glance. */
const atFirst = 8
const atMost = 50

const rest = ({ open, dueSoon, overdue }: OpenTickets): string =>
  [overdue > 0 && `超时 ${overdue}`, dueSoon > 0 && `快到期 ${dueSoon}`, `共 ${open}`].filter(Boolean).join(' · ')

/** Open tickets share by share, the late ones first; bars are drawn on one scale. */
export const ShareBars = ({ shares, empty }: { shares: readonly OpenTickets[]; empty: string }) => {
  const [whole, setWhole] = useState(false)
  const most = Math.max(1, ...shares.map(({ open }) => open))
  const inOrder = [...shares].sort(
    (a, b) => b.overdue - a.overdue || b.dueSoon - a.dueSoon || b.open - a.open || (a.name < b.name ? -1 : 1),
  )
  const shown = inOrder.slice(0, whole ? atMost : atFirst)
  const width = (count: number) => ({ width: `${(count / most) * 100}%` })
  if (shares.length === 0) return <Text className="manage-hint">{empty}</Text>
  return (
    <View>
      <View {...a11y({ role: 'list' })}>
        {shown.map(share => (
          <View
            key={share.id}
            className="share"
            {...a11y({ role: 'listitem', summary: `${share.name}，${rest(share)}` })}
          >
            <View className="share-words">
              <Text className="share-name">{share.name}</Text>
              <Text className="share-count">{rest(share)}</Text>
            </View>
            <View className="share-track">
              <View className="share-bar share-overdue" style={width(share.overdue)} />
              <View className="share-bar share-soon" style={width(share.dueSoon)} />
              <View className="share-bar share-open" style={width(share.open - share.overdue - share.dueSoon)} />
            </View>
          </View>
        ))}
      </View>
      {inOrder.length > shown.length && !whole && (
        <PrimaryButton kind="plain" onClick={() => setWhole(true)}>
          看全部 {inOrder.length} 项
        </PrimaryButton>
      )}
    </View>
  )
}
