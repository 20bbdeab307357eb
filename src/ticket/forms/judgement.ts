import { limits } from '../../../types/limits'
import {
  type CauseFactor,
  type ResponsibleParty,
  type Verdict,
  causeFactorNames,
  responsiblePartyLabels,
  verdictLabels,
} from '../../../types/vocabulary'
import { type Judgement, judgementText } from '../../../types/words/judgement'
import { choicesOf, type Field, type Values } from './fields'

/** Whether somebody has opened what is filled in already. */
export const unfolded = 'then.unfolded'

/** The fields of a judgement, filled in. */
export const judgedAs = ({ factor, verdict, responsibleParty }: Judgement): Values => ({
  'cause.factor': factor,
  verdict,
  responsibleParty,
})

const given = ['cause.factor', 'verdict', 'responsibleParty'] as const

/** Whether nothing of it is missing. */
export const isJudged = (values: Values): boolean => given.every(name => typeof values[name] === 'string')

const asText = (values: Values): string =>
  judgementText({
    factor: values['cause.factor'] as CauseFactor,
    verdict: values['verdict'] as Verdict,
    responsibleParty: values['responsibleParty'] as ResponsibleParty,
  })

/**
 * Cause, verdict and responsible party (D-CL-5) behind one line that says how they are filled in. `how`: whether they are
 * sent while they are folded away.
 */
export const judgement = (how: Pick<Field, 'when' | 'folded'>): Field[] => {
  const fields: Field[] = [
    {
      control: 'choice',
      name: 'cause.factor',
      label: '原因',
      choices: choicesOf(causeFactorNames, {
        people: '态度、规范、技能',
        equipment: '外观、质量、功能',
        material: '耐用、经济、准确',
        method: '流程、做法',
        environment: '天气、周边、外部',
      }),
    },
    { control: 'text', name: 'cause.detail', label: '原因说明', max: limits.shortText, optional: true },
    { control: 'choice', name: 'verdict', label: '反映的情况', choices: choicesOf(verdictLabels) },
    { control: 'choice', name: 'responsibleParty', label: '责任方', choices: choicesOf(responsiblePartyLabels) },
  ]
  return [
    {
      control: 'fold',
      name: unfolded,
      label: '归因',
      summary: values => `${asText(values)}（可改）`,
      when: values => values[unfolded] !== true && isJudged(values),
    },
    ...fields.map(field => ({ ...field, ...how })),
  ]
}
