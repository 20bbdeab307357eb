import { Text, View } from '@tarojs/components'
import { Section } from '@/ui/section'
import { TextField } from '@/ui/text-field'
import { useAccount } from '@/data/session/use-account'
import { FactList } from '@/ui/fact-list'
import type { Policy } from '../../../types/contract/policy-document'
import { usualSpecial } from '../../../types/special-figures'
import { limits } from '../../../types/limits'
import { NumberField } from '../components/number-field'
import { PickField } from '../components/pick-field'
import { PolicyPage, type PolicyEditing } from '../components/policy-page'
import { ProblemNotes } from '../components/problem-notes'
import { SwitchField } from '@/ui/switch-field'
import { TimeField } from '../components/time-field'
import { replaced } from '../format/edit'
import { calendarName } from '../../../types/words/calendar'
import { usualDetailsDays } from '../../../types/words/policy'
import { problemsAt } from '../format/problems'
import { usePolicy } from '../hooks/use-policy'

type Survey = Policy['survey']

type SurveyFigure = Exclude<keyof Survey, 'questionnaires' | 'mostPerHouseholdAMonth'>

/** What counts, where the rules say nothing. */
const figureOf = ({ survey }: Policy, field: SurveyFigure): number => survey[field] ?? usualDetailsDays

const surveyFigures: readonly {
  field: SurveyFigure
  label: string
}[] = [
  { field: 'satisfiedFrom', label: '结果打几分起算满意（1–5 分）' },
  { field: 'remindAfterDays', label: '几天没有评价时提醒一次（天）' },
  { field: 'unreachedAfterAttempts', label: '回访几次联系不到就结束（次）' },
  { field: 'reopenWithinDays', label: '办结后多少天内可以重新处理（天）' },
  { field: 'detailsWithinDays', label: '一键评价后多少天内可以补充（天）' },
]

const specialFigures: readonly { field: keyof typeof usualSpecial; label: string; shown: string; fractions?: true }[] =
  [
    { field: 'hotPeople', label: '几个人反映同一件事算热点（人）', shown: '几人算热点' },
    { field: 'hotDays', label: '热点看最近多少天（天）', shown: '热点看最近几天' },
    { field: 'likeness', label: '两件事说得多像才算同一件（0–1）', shown: '多像算同一件', fractions: true },
    { field: 'majorSum', label: '索赔多少起算重大（元）', shown: '索赔多少算重大（元）' },
    { field: 'wideReach', label: '网上多少人看过，回复由品质管理部审批（人）', shown: '多少人看过算影响大' },
  ]

/** Offered when the limit is switched on. */
const usualMost = 4
const quietDefault = { from: '22:00', to: '08:00' }

const Shown = ({ policy }: { policy: Policy }) => (
  <Section>
    <FactList
      facts={[
        ['最多挂起', `${policy.holdMaxDays} 天`],
        ['最多转单', `${policy.maxTransfers} 次`],
        ['不用审批的补偿', `${policy.compensationLimit ?? 0} 元以内`],
        ...specialFigures.map(
          ({ field, shown }) => [shown, String(policy.special?.[field] ?? usualSpecial[field])] as const,
        ),
        ['夜间免打扰', policy.quietHours ? `${policy.quietHours.from}–${policy.quietHours.to}` : '没有'],
        ...surveyFigures.map(({ field, label }) => [label, String(figureOf(policy, field))] as const),
        [
          '每户每月最多问',
          policy.survey.mostPerHouseholdAMonth ? `${policy.survey.mostPerHouseholdAMonth} 次` : '不限',
        ],
      ]}
    />
  </Section>
)

interface MostAskedProps {
  most: number | undefined
  error: string | undefined
  onChange: (most: number | undefined) => void
}

/** How often a household is asked in a month at most, if there is a limit (D-CB-12). */
const MostAsked = ({ most, error, onChange }: MostAskedProps) => (
  <>
    <SwitchField
      id="most-asked"
      label="一户一个月不要问太多次"
      hint="到了次数就不再问，按免回访处理，统计里单独算；重新处理过的事照样问"
      checked={most !== undefined}
      onChange={on => onChange(on ? usualMost : undefined)}
    />
    {most !== undefined && (
      <NumberField
        id="most-asked-figure"
        label="每户每月最多问几次（次）"
        value={most}
        error={error}
        onChange={figure => {
          if (figure !== null) onChange(figure)
        }}
      />
    )}
  </>
)

const Figures = ({ policy, problems, editable, edit }: PolicyEditing) => {
  if (!editable) return <Shown policy={policy} />
  const errorAt = (path: string) => problemsAt(problems, path).find(({ blocking }) => blocking)?.message
  const { quietHours } = policy
  const setQuiet = (next: typeof quietHours) =>
    edit(({ quietHours: _before, ...rest }) => (next ? { ...rest, quietHours: next } : rest))
  return (
    <>
      <Section title="处理">
        <NumberField
          id="hold-max"
          label="挂起最多多久（天）"
          value={policy.holdMaxDays}
          error={errorAt('holdMaxDays')}
          onChange={holdMaxDays => {
            if (holdMaxDays !== null) edit(before => ({ ...before, holdMaxDays }))
          }}
        />
        <NumberField
          id="max-transfers"
          label="转单超过几次由经理决定（次）"
          value={policy.maxTransfers}
          error={errorAt('maxTransfers')}
          onChange={maxTransfers => {
            if (maxTransfers !== null) edit(before => ({ ...before, maxTransfers }))
          }}
        />
        <NumberField
          id="compensation-limit"
          label="补偿多少以内不用审批（元）"
          value={policy.compensationLimit ?? 0}
          error={errorAt('compensationLimit')}
          onChange={compensationLimit => {
            if (compensationLimit !== null) edit(before => ({ ...before, compensationLimit }))
          }}
        />
        <PickField
          id="working-hours"
          label="服务中心的上班时间"
          options={Object.keys(policy.calendars).map(id => ({ id, word: calendarName(id, policy) }))}
          value={policy.workingHours}
          onChange={workingHours => edit(before => ({ ...before, workingHours }))}
        />
        <ProblemNotes problems={problems} at="workingHours" />
      </Section>
      <Section title="热点、重大和网络舆情">
        {specialFigures.map(({ field, label, fractions = false }) => (
          <NumberField
            key={field}
            id={`special-${field}`}
            label={label}
            fractions={fractions}
            value={policy.special?.[field] ?? usualSpecial[field]}
            error={errorAt(`special.${field}`)}
            onChange={figure => {
              if (figure !== null)
                edit(before => ({ ...before, special: { ...usualSpecial, ...before.special, [field]: figure } }))
            }}
          />
        ))}
      </Section>
      <Section title="夜间免打扰" hint="这段时间里，不紧急的消息留到早上再发">
        <SwitchField
          id="quiet"
          label="夜间不发不紧急的消息"
          checked={quietHours !== undefined}
          onChange={on => setQuiet(on ? quietDefault : undefined)}
        />
        {quietHours && (
          <View className="manage-pair">
            <TimeField
              id="quiet-from"
              label="从"
              value={quietHours.from}
              onChange={from => setQuiet({ ...quietHours, from })}
            />
            <TimeField
              id="quiet-to"
              label="到"
              value={quietHours.to}
              onChange={to => setQuiet({ ...quietHours, to })}
            />
          </View>
        )}
        <ProblemNotes problems={problems} at="quietHours" />
      </Section>
      <Section title="回访和评价">
        {surveyFigures.map(({ field, label }) => (
          <NumberField
            key={field}
            id={`survey-${field}`}
            label={label}
            value={figureOf(policy, field)}
            error={errorAt(`survey.${field}`)}
            onChange={figure => {
              if (figure !== null) edit(before => ({ ...before, survey: { ...before.survey, [field]: figure } }))
            }}
          />
        ))}
        <MostAsked
          most={policy.survey.mostPerHouseholdAMonth}
          error={errorAt('survey.mostPerHouseholdAMonth')}
          onChange={most =>
            edit(before => {
              const { mostPerHouseholdAMonth: _before, ...survey } = before.survey
              return { ...before, survey: most === undefined ? survey : { ...survey, mostPerHouseholdAMonth: most } }
            })
          }
        />
      </Section>
      <Section title="部门名称">
        {policy.departments.map((department, index) => (
          <TextField
            key={department.id}
            id={`department-${department.id}`}
            label={`部门 ${index + 1}`}
            value={department.name}
            max={limits.name}
            error={department.name.trim() === '' ? '请填写部门名称' : errorAt(`departments.${index}`)}
            onChange={name =>
              edit(before => ({ ...before, departments: replaced(before.departments, index, { ...department, name }) }))
            }
          />
        ))}
        <Text className="manage-hint">部门的增减请联系系统管理员，人员的岗位要一起调整</Text>
      </Section>
    </>
  )
}

/** Everything of the policy that is a single figure. */
export default function ManageFiguresPage() {
  useAccount()
  const model = usePolicy()
  return (
    <PolicyPage title="其他设置" model={model}>
      {editing => <Figures {...editing} />}
    </PolicyPage>
  )
}
