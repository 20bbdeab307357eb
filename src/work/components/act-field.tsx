import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Choices } from '@/ui/choices'
import { Icon } from '@/ui/icon'
import { MediaPicker } from '@/ticket/media/media-picker'
import { PhotoGrid } from '@/ticket/media/photo-grid'
import { SwitchField } from '@/ui/switch-field'
import { TextField } from '@/ui/text-field'
import type { TicketView } from '../../../types/contract/ticket-views'
import { messageFor } from '@/ticket/forms/act-steps'
import type { Field } from '@/ticket/forms/fields'
import { stillAsked } from '@/ticket/forms/act-forms'
import { nameOfComplainant } from './complainant-list'
import type { ActFormModel } from '../hooks/use-act-form'
import { CategoryField } from '../fields/category-field'
import { DateTimeField } from '../fields/date-time-field'
import { DispatchField } from '../fields/dispatch-field'
import { FieldShell } from '@/ui/field-shell'
import { PersonField } from '../fields/person-field'
import { RatingField } from '../fields/rating-field'
import { TextWithTemplates } from '../fields/text-with-templates'
import { TicketField } from '../fields/ticket-field'
import { moneyOf } from '@/ticket/forms/money'

interface ActFieldProps {
  field: Field
  ticket: TicketView
  form: ActFormModel
}

/** Ids of elements know no dots. */
export const fieldId = (name: string): string => `field-${name.split('.').join('-')}`

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const idOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** What is needed to enter one field; the message beneath it is the contract's. */
export const ActField = ({ field, ticket, form }: ActFieldProps) => {
  const { name, label, optional } = field
  const id = fieldId(name)
  const value = form.values[name]
  const error = messageFor(form.messages, name)
  const change = (next: unknown) => form.change(name, next)
  const labelled = optional ? `${label}（选填）` : label

  if (field.control === 'text') {
    return (
      <TextWithTemplates
        id={id}
        label={labelled}
        value={textOf(value)}
        onChange={change}
        max={field.max}
        multiline={field.long === true}
        placeholder={field.placeholder}
        error={error}
        templates={field.templates ?? []}
        phrases={field.phrases?.(ticket) ?? []}
      />
    )
  }
  if (field.control === 'fold') {
    return (
      <View
        id={id}
        className="act-fold tappable"
        {...a11y({ role: 'button', expanded: false, label: `${label}：${field.summary(form.values)}` })}
        onClick={() => change(true)}
      >
        <Text className="act-fold-words">
          {label}：{field.summary(form.values)}
        </Text>
        <Icon name="down" />
      </View>
    )
  }
  if (field.control === 'money' || field.control === 'number') {
    return (
      <TextField
        id={id}
        label={labelled}
        value={textOf(value)}
        onChange={text => change(moneyOf(text))}
        max={12}
        error={error}
      />
    )
  }
  if (field.control === 'switch') {
    return <SwitchField id={id} label={label} hint={field.hint} checked={value === true} onChange={change} />
  }
  return (
    <FieldShell label={label} optional={optional} error={error} id={id}>
      {field.control === 'choice' && (
        <Choices
          choices={field.choices}
          chosen={listOf(idOf(value) === undefined ? [] : [value])}
          onChoose={change}
          label={label}
          form={field.form ?? 'chips'}
          idStart={id}
        />
      )}
      {field.control === 'several' && (
        <Choices
          several
          choices={field.choices}
          chosen={listOf(value)}
          onChoose={chosen => {
            const before = listOf(value)
            change(before.includes(chosen) ? before.filter(other => other !== chosen) : [...before, chosen])
          }}
          label={label}
          idStart={id}
        />
      )}
      {field.control === 'yesNo' && (
        <Choices
          choices={[
            { id: 'yes', word: field.yes },
            { id: 'no', word: field.no },
          ]}
          chosen={typeof value === 'boolean' ? [value ? 'yes' : 'no'] : []}
          onChoose={chosen => change(chosen === 'yes')}
          label={label}
          idStart={id}
        />
      )}
      {field.control === 'rating' && <RatingField id={id} value={numberOf(value)} onChange={change} label={label} />}
      {field.control === 'category' && (
        <CategoryField id={`${id}-picker`} value={idOf(value)} onChange={change} label={label} />
      )}
      {field.control === 'person' && (
        <PersonField
          id={`${id}-person`}
          ticketId={ticket.ticketId}
          value={idOf(value)}
          onChange={change}
          label={label}
        />
      )}
      {field.control === 'assist' && (
        <Choices
          choices={ticket.assists
            .filter(({ doneAt, cancelledAt }) => doneAt === null && cancelledAt === null)
            .map(({ assist, person, task }) => ({ id: String(assist), word: `${person}：${task}` }))}
          chosen={value === undefined ? [] : [textOf(value)]}
          onChoose={chosen => change(Number(chosen))}
          label={label}
          form="rows"
          idStart={id}
        />
      )}
      {field.control === 'complainant' && (
        <Choices
          choices={stillAsked(ticket).map(person => ({
            id: person.complainant,
            word: nameOfComplainant(person),
            hint: `编号 ${person.number}`,
          }))}
          chosen={value === undefined ? [] : [textOf(value)]}
          onChoose={change}
          label={label}
          form="rows"
          idStart={id}
        />
      )}
      {field.control === 'dispatch' && (
        <DispatchField
          id={id}
          ticketId={ticket.ticketId}
          departmentId={idOf(form.values[field.departmentName])}
          assigneeId={idOf(value)}
          onDepartment={next => form.change(field.departmentName, next)}
          onAssignee={change}
        />
      )}
      {field.control === 'photos' && (
        <>
          {field.before && ticket.photos.before.length > 0 && (
            <View className="act-before">
              <Text className="act-before-word">处理前，供对照</Text>
              <PhotoGrid photos={ticket.photos.before.filter(({ kind }) => kind === 'image')} label="处理前的照片" />
            </View>
          )}
          <MediaPicker id={`${id}-picker`} value={form.uploads.value} onChange={form.uploads.onChange} label={label} />
        </>
      )}
      {field.control === 'dateTime' && (
        <DateTimeField id={`${id}-time`} value={numberOf(value)} onChange={change} label={label} />
      )}
      {field.control === 'ticket' && (
        <TicketField
          id={`${id}-ticket`}
          ticketId={ticket.ticketId}
          category={ticket.category}
          value={idOf(value)}
          onChange={change}
          label={label}
        />
      )}
    </FieldShell>
  )
}
