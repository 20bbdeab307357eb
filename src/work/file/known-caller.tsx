import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Choices } from '@/ui/choices'
import { CallError, messageOf } from '@/data/call/call-error'
import { relationLabels, type Relation } from '../../../types/vocabulary'
import type { FileForDraft } from '../filing/file-for'
import { useKnownCaller, type KnownCaller as Found } from '../hooks/use-known-caller'
import { CallerMatters } from './caller-matters'

type Taken = Pick<FileForDraft, 'name' | 'relation' | 'placeId' | 'placeText'>

interface KnownCallerProps {
  phone: string
  placeId: string | null
  onTake: (taken: Partial<Taken>) => void
}

interface Home {
  id: string
  name: string
  room: string
  placeId: string
  relation: Relation
}

/** Everybody under the number with each of their rooms: what one tap takes. */
const homesOf = ({ people }: Found): Home[] =>
  people.flatMap(({ name, rooms }, index) =>
    rooms.map(room => ({
      id: `${index}-${room.placeId}`,
      name,
      room: room.name,
      placeId: room.placeId,
      relation: room.relation,
    })),
  )

/** Who rings up, while the number is being typed: name, room and open matters; each with one tap (D-IN-2). */
export const KnownCaller = ({ phone, placeId, onTake }: KnownCallerProps) => {
  const { asks, value, error } = useKnownCaller(phone)
  if (!asks) return null
  if (value === null) {
    if (error === null) return null
    const limited = error instanceof CallError && error.code === 'rateLimited'
    return (
      <Text className="caller-note" id="caller-unfound" {...a11y({ role: 'status' })}>
        {limited ? messageOf(error) : '没有查到来电人，不影响登记'}
      </Text>
    )
  }
  const homes = homesOf(value)
  if (homes.length === 0 && value.matters.length === 0)
    return (
      <Text className="caller-note" id="caller-unknown" {...a11y({ role: 'status' })}>
        这个号码没有登记过，也没有正在办的事
      </Text>
    )
  return (
    <View className="caller-found" id="caller-found" {...a11y({ live: 'polite' })}>
      {homes.length > 0 && (
        <>
          <Text className="caller-note">是他吗？点一下填好称呼和房号</Text>
          <Choices
            label="来电人"
            idStart="caller"
            form="rows"
            choices={homes.map(({ id, name, room, relation }) => ({
              id,
              word: `${name} · ${room}`,
              hint: relationLabels[relation],
              icon: 'user',
            }))}
            chosen={homes.filter(home => home.placeId === placeId).map(({ id }) => id)}
            onChoose={chosen => {
              const home = homes.find(({ id }) => id === chosen)
              if (home)
                onTake({ name: home.name, relation: home.relation, placeId: home.placeId, placeText: home.room })
            }}
          />
        </>
      )}
      {homes.length === 0 && value.name !== null && <Text className="caller-note">上次称呼：{value.name}</Text>}
      <CallerMatters matters={value.matters} />
    </View>
  )
}
