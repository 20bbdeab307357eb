import { Text } from '@tarojs/components'
import { Choices } from '@/ui/choices'
import { TextField } from '@/ui/text-field'
import { limits } from '../../../types/limits'
import { familyRelationLabels, keysOf, relationLabels } from '../../../types/vocabulary'
import type { FileDraft } from './draft'
import type { Member } from './family'
import { SectionMessage } from './section-message'

interface FamilyChoiceProps {
  draft: Pick<FileDraft, 'forWhom' | 'familyName' | 'familyRelation'>
  members: readonly Member[]
  onChange: (part: Partial<FileDraft>) => void
  message: string | undefined
}

const me = 'me'
const named = 'named'

/** For whom it is (D-AC-2): oneself, one of the household, or somebody of the family without a phone. */
export const FamilyChoice = ({ draft, members, onChange, message }: FamilyChoiceProps) => {
  const { forWhom, familyName, familyRelation } = draft
  return (
    <>
      <Text className="file-small">替谁反映</Text>
      <Choices
        label="替谁反映"
        idStart="file-for"
        choices={[
          { id: me, word: '我自己' },
          ...members.map(({ personId, name, relation }) => ({
            id: personId,
            word: `替${name}（${relationLabels[relation]}）`,
          })),
          { id: named, word: '替没有手机的家人' },
        ]}
        chosen={[forWhom.is === 'member' ? forWhom.personId : forWhom.is]}
        onChoose={id => onChange({ forWhom: id === me || id === named ? { is: id } : { is: 'member', personId: id } })}
      />
      {forWhom.is === 'named' && (
        <>
          <TextField
            id="file-family-name"
            label="家人怎么称呼"
            placeholder="如：王奶奶"
            max={limits.name}
            value={familyName}
            onChange={name => onChange({ familyName: name })}
          />
          <Text className="file-small">是您的</Text>
          <Choices
            label="是您的"
            idStart="file-family"
            choices={keysOf(familyRelationLabels).map(id => ({ id, word: familyRelationLabels[id] }))}
            chosen={familyRelation === null ? [] : [familyRelation]}
            onChoose={relation => onChange({ familyRelation: relation })}
          />
        </>
      )}
      <SectionMessage text={message} />
    </>
  )
}
