import { View } from '@tarojs/components'
import { FieldShell } from '@/ui/field-shell'
import { SwitchField } from '@/ui/switch-field'
import { TextField } from '@/ui/text-field'
import { limits } from '../../../types/limits'
import { causeFactorNames, responsiblePartyLabels, verdictLabels } from '../../../types/vocabulary'
import { ChoiceField } from '../fields/choice-field'
import { RatingField } from '../fields/rating-field'
import { emptySettled, type SettledDraft } from '../filing/file-for'

interface SettledFieldsProps {
  /** null: it is still to be done. */
  value: SettledDraft | null
  onChange: (settled: SettledDraft | null) => void
  messages: Readonly<Record<string, string>>
}

/** What was put right while it was being told, and how content they are with it: recorded and finished in one step (D-IN-8). */
export const SettledFields = ({ value, onChange, messages }: SettledFieldsProps) => (
  <View className="file-fields">
    <SwitchField
      id="field-settled"
      label="已经当场解决"
      hint={messages['settled'] ?? '对方也确认满意，登记后就办结，几天内没有再反映就归档'}
      checked={value !== null}
      onChange={on => onChange(on ? emptySettled : null)}
    />
    {value && (
      <>
        <TextField
          id="field-summary"
          label="怎么解决的"
          multiline
          max={limits.text}
          value={value.summary}
          onChange={summary => onChange({ ...value, summary })}
          error={messages['settled.summary']}
        />
        <ChoiceField
          id="field-factor"
          label="原因"
          labels={causeFactorNames}
          chosen={value.factor}
          onChoose={factor => onChange({ ...value, factor })}
          idStart="factor"
          error={messages['settled.cause.factor']}
        />
        <ChoiceField
          id="field-verdict"
          label="反映的情况"
          labels={verdictLabels}
          chosen={value.verdict}
          onChoose={verdict => onChange({ ...value, verdict })}
          idStart="verdict"
        />
        <ChoiceField
          id="field-party"
          label="责任方"
          labels={responsiblePartyLabels}
          chosen={value.responsibleParty}
          onChoose={party => onChange({ ...value, responsibleParty: party })}
          idStart="party"
        />
        <FieldShell label="对方满意吗" error={messages['settled.result']} id="field-result">
          <RatingField
            id="settled-result"
            value={value.result ?? undefined}
            onChange={result => onChange({ ...value, result })}
            label="对方满意吗"
          />
        </FieldShell>
        <TextField
          id="field-said"
          label="对方的话（选填）"
          max={limits.text}
          value={value.text}
          onChange={text => onChange({ ...value, text })}
        />
      </>
    )}
  </View>
)
