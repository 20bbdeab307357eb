import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { PrimaryButton } from '@/ui/primary-button'
import { Sheet } from '@/ui/sheet'
import { useAppearance } from '@/shell/use-appearance'
import type { ActCommand } from '../../../types/contract/commands'
import type { TicketView } from '../../../types/contract/ticket-views'
import { askedOf } from '@/ticket/words/assists'
import { actionWord, counterAction, mainAction, menu, otherActions, plainActions } from '../words/main-action'
import './action-bar.scss'

interface ActionBarProps {
  ticket: TicketView
  /** The command that is on its way. */
  busy: ActCommand | null
  onAct: (command: ActCommand) => void
}

const runningKinds = ({ deadlines }: TicketView) => deadlines.flatMap(({ running, kind }) => (running ? [kind] : []))

/** The one main action of this state, and everything else behind 更多, little of it at once; drawn from what the server allows. */
export const ActionBar = ({ ticket, busy, onAct }: ActionBarProps) => {
  const [open, setOpen] = useState(false)
  const [whole, setWhole] = useState(false)
  const main = mainAction({
    ...ticket,
    running: runningKinds(ticket),
    assisting: askedOf(ticket.assists) !== undefined,
  })
  const { elder } = useAppearance()
  // Three large buttons do not fit side by side.
  const counter = elder ? null : counterAction(main, ticket.allowedActions)
  const others = otherActions(ticket.allowedActions, main, counter)
  const plain = plainActions(others)
  const grouped = others.filter(command => !plain.includes(command))
  const word = (command: ActCommand) => actionWord(command, ticket)
  if (main === null && others.length === 0) return null
  return (
    <>
      {others.length > 0 && (
        <View className="action-bar-more">
          <PrimaryButton
            id="more-actions"
            kind="plain"
            icon="more"
            onClick={() => {
              setWhole(false)
              setOpen(true)
            }}
          >
            更多
          </PrimaryButton>
        </View>
      )}
      {counter && (
        <View className="action-bar-main">
          <PrimaryButton id={`act-${counter}`} kind="plain" onClick={() => onAct(counter)}>
            {word(counter)}
          </PrimaryButton>
        </View>
      )}
      {main && (
        <View className="action-bar-main">
          <PrimaryButton id={`act-${main}`} busy={busy === main} onClick={() => onAct(main)}>
            {word(main)}
          </PrimaryButton>
        </View>
      )}
      {open && (
        <Sheet title="还可以做" id="more-sheet" onClose={() => setOpen(false)}>
          {(whole ? others : plain).map(command => (
            <View
              key={command}
              id={`act-${command}`}
              className={`action-row tappable ${menu[command].grave ? 'action-row-grave' : ''}`}
              {...a11y({ role: 'button', summary: `${word(command)}，${menu[command].hint}` })}
              onClick={() => {
                setOpen(false)
                onAct(command)
              }}
            >
              <Text className="action-row-word">{word(command)}</Text>
              <Text className="action-row-hint">{menu[command].hint}</Text>
            </View>
          ))}
          {!whole && grouped.length > 0 && (
            <View
              id="more-others"
              className="action-row tappable"
              {...a11y({ role: 'button', expanded: false, summary: `其他操作，还有 ${grouped.length} 项` })}
              onClick={() => setWhole(true)}
            >
              <Text className="action-row-word">其他操作</Text>
              <Text className="action-row-hint">{grouped.map(word).join('、')}</Text>
            </View>
          )}
        </Sheet>
      )}
    </>
  )
}
