import { ScrollView, Text, View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { useFocusOnChange, useStepsBack } from '@/ui/use-layer'
import { useActFormView } from './act-form'
import { ActRecap } from './act-recap'
import { ActionBar } from './action-bar'
import { StoredActs } from './stored-acts'
import { TicketDetail } from './ticket-detail'
import { TicketStates } from './ticket-states'
import { hasActions } from '../words/main-action'
import { useTicket } from '../hooks/use-ticket'
import { useTicketActions } from '../hooks/use-ticket-actions'
import type { ActCommand } from '../../../types/contract/commands'
import type { TicketView } from '../../../types/contract/ticket-views'
import { commandLabels } from '../../../types/vocabulary'
import './desk-pane.scss'

interface PaneFormProps {
  ticket: TicketView
  command: ActCommand
  onClose: () => void
  onDone: () => void
  onOutdated: () => void
}

const PaneForm = ({ ticket, command, onClose, onDone, onOutdated }: PaneFormProps) => {
  const { body, button } = useActFormView({ ticket, command, onDone, onOutdated })
  return (
    <>
      <View className="desk-pane-head">
        <View
          id="close-form"
          className="desk-pane-back tappable"
          {...a11y({ role: 'button', label: '回到工单' })}
          onClick={onClose}
        >
          <Icon name="back" />
        </View>
        <Text id="desk-pane-title" className="desk-pane-title" {...a11y({ role: 'heading' })}>
          {commandLabels[command]}
        </Text>
      </View>
      <ScrollView className="desk-pane-scroll" scrollY>
        <View className="desk-pane-column">
          <ActRecap ticket={ticket} command={command} />
          {body}
        </View>
      </ScrollView>
      <View className="desk-pane-bottom">
        <View className="desk-pane-actions">{button}</View>
      </View>
    </>
  )
}

interface DeskPaneProps {
  ticketId: string
  /** The form that is open in place of the ticket. */
  form: ActCommand | null
  onForm: (command: ActCommand | null) => void
  /** Something was done: lists and counts are to be read again. */
  onChanged: () => void
  onGone: () => void
}

/** The right half of a desk window: one ticket, or the form of what is being done to it. Mount anew per ticket. */
export const DeskPane = ({ ticketId, form, onForm, onChanged, onGone }: DeskPaneProps) => {
  const reading = useTicket(ticketId)
  const { reload } = reading
  const changed = useCallback(async () => {
    onChanged()
    await reload()
  }, [reload, onChanged])
  const { busy, onAct } = useTicketActions(reading.value, changed, onForm)
  const [formsDone, setFormsDone] = useState(0)
  useStepsBack(form === null ? 0 : 1, () => onForm(null))
  useFocusOnChange(form === null ? 'desk-pane' : 'desk-pane-title', form)
  return (
    <View className="desk-pane" id="desk-pane">
      {form !== null && reading.value !== null ? (
        <PaneForm
          key={`${form}:${formsDone}`}
          ticket={reading.value}
          command={form}
          onClose={() => onForm(null)}
          onDone={() => {
            setFormsDone(formsDone + 1)
            onForm(null)
            void changed()
          }}
          onOutdated={() => void reload()}
        />
      ) : (
        <>
          <ScrollView className="desk-pane-scroll" scrollY>
            <View className="desk-pane-column">
              <TicketStates reading={reading} onGone={onGone}>
                {ticket => (
                  <>
                    <StoredActs stored={reading.stored} />
                    <TicketDetail ticket={ticket} />
                  </>
                )}
              </TicketStates>
            </View>
          </ScrollView>
          {reading.value && hasActions(reading.value) && (
            <View className="desk-pane-bottom">
              <View className="desk-pane-actions">
                <ActionBar ticket={reading.value} busy={busy} onAct={onAct} />
              </View>
            </View>
          )}
        </>
      )}
    </View>
  )
}
