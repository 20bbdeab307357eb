import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ResponseOf } from '../../../types/contract/index'
import { keysOf, roleLabels, type Role } from '../../../types/vocabulary'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { Section } from '@/ui/section'
import { shortName } from '../../../types/words/text'

export type Persona = ResponseOf<'account', 'demoPersonas'>['personas'][number]

interface PersonaListProps {
  personas: readonly Persona[]
  busyWith: string | null
  onChoose: (persona: Persona) => void
}

/** Of one post; the estate has dozens of residents. */
const atFirst = 5

/** The people of one post. */
const PersonaGroup = ({ role, people, busyWith, onChoose }: PersonaListProps & { role: Role; people: Persona[] }) => {
  const [whole, setWhole] = useState(false)
  const shown = whole ? people : people.slice(0, atFirst)
  return (
    <Section title={roleLabels[role]} bare>
      <View className="personas">
        {shown.map(persona => (
          <View
            key={persona.id}
            id={`persona-${persona.id}`}
            className="persona tappable"
            {...a11y({
              role: 'button',
              summary: `以${roleLabels[role]}${persona.name}的身份进入`,
              disabled: busyWith !== null,
            })}
            onClick={() => onChoose(persona)}
          >
            <View className="persona-face">
              <Text>{shortName(persona.name)}</Text>
            </View>
            <View className="persona-words">
              <Text className="persona-name">{persona.name}</Text>
              <Text className="persona-room">
                {busyWith === persona.id
                  ? '正在进入…'
                  : persona.rooms.join('、') || persona.roles.map(held => roleLabels[held]).join('、')}
              </Text>
            </View>
            <Icon name="forward" />
          </View>
        ))}
        {shown.length < people.length && (
          <View
            id={`persona-more-${role}`}
            className="persona-more tappable"
            {...a11y({ role: 'button' })}
            onClick={() => setWhole(true)}
          >
            <Text>还有 {people.length - shown.length} 位</Text>
            <Icon name="down" />
          </View>
        )}
      </View>
    </Section>
  )
}

/** The people of the demo by post, in the order of the posts. */
export const PersonaList = (props: PersonaListProps) => (
  <>
    {keysOf(roleLabels)
      .map(role => ({ role, people: props.personas.filter(({ roles }) => roles[0] === role) }))
      .filter(({ people }) => people.length > 0)
      .map(({ role, people }) => (
        <PersonaGroup key={role} {...props} role={role} people={people} />
      ))}
  </>
)
