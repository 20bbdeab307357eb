import { Text, View } from '@tarojs/components'
import { relationLabels } from '../../../types/vocabulary'
import { useOrganisationActs } from '@/data/send/use-organisation-acts'
import { open } from '@/data/session/navigation'
import type { Me } from '@/data/session/session'
import { ask, say, sayError } from '@/shell/feedback'
import { a11y } from '@/ui/a11y'
import { ItemList } from '@/ui/item-list'
import { PrimaryButton } from '@/ui/primary-button'
import { Section } from '@/ui/section'

type Room = Me['rooms'][number]

interface OwnRoomsProps {
  rooms: Me['rooms']
  onChanged: () => void
}

/** One's rooms with who is at home there. The owner or the tenant adds family and takes it off (D-OR-2). */
export const OwnRooms = ({ rooms, onChanged }: OwnRoomsProps) => {
  const { busy, act } = useOrganisationActs()

  const takeOff = async (question: { title: string; text: string }, { placeId }: Room, personId?: string) => {
    if (!(await ask({ ...question, confirm: '移出' }))) return
    const outcome = await act('leave', { placeId, ...(personId === undefined ? {} : { personId }) })
    if (outcome.ok) say('已移出')
    else sayError(outcome.error)
    onChanged()
  }

  return (
    <Section title="我的房屋">
      <ItemList label="我的房屋">
        {rooms.map(room => {
          const { placeId, name, relation, household } = room
          const heads = relation === 'owner' || relation === 'tenant'
          return (
            <View key={placeId} id={`own-room-${placeId}`} className="residence-room">
              <Text className="residence-name">{name}</Text>
              <Text className="residence-hint">您是{relationLabels[relation]}</Text>
              {household.map(member => (
                <View key={member.personId} className="residence-person">
                  <Text className="residence-person-words">
                    {member.name} · {relationLabels[member.relation]}
                  </Text>
                  {heads && member.relation === 'family' && (
                    <Text
                      id={`family-off-${member.personId}`}
                      className="residence-link tappable"
                      {...a11y({ role: 'button', label: `把${member.name}移出${name}` })}
                      onClick={() =>
                        void takeOff(
                          { title: `把${member.name}移出${name}？`, text: '以后看不到这个家的事；反映过的事会保留' },
                          room,
                          member.personId,
                        )
                      }
                    >
                      移出
                    </Text>
                  )}
                </View>
              ))}
              <View className="residence-buttons">
                {heads && (
                  <PrimaryButton
                    id={`invite-family-${placeId}`}
                    kind="plain"
                    icon="plus"
                    onClick={() => open('residence/invite/index', { placeId })}
                  >
                    邀请家人
                  </PrimaryButton>
                )}
                <PrimaryButton
                  id={`leave-${placeId}`}
                  kind="plain"
                  disabled={busy !== null}
                  onClick={() =>
                    void takeOff(
                      { title: `不再住${name}？`, text: '您会移出这个房号；反映过的事会保留，再要绑定需要核对' },
                      room,
                    )
                  }
                >
                  我不住这里了
                </PrimaryButton>
              </View>
            </View>
          )
        })}
      </ItemList>
    </Section>
  )
}
