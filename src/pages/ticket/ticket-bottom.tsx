import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icon'
import { PrimaryButton } from '@/ui/primary-button'
import { Sheet } from '@/ui/sheet'
import type { ResidentCommand, residentActions } from './resident-actions'

/** Possible, but nothing we would urge anybody to do. */
const quiet: readonly ResidentCommand[] = ['withdraw', 'reopen', 'dispute', 'undoMerge']

/** Buttons side by side; the rest stands behind 更多. */
const inSight = 2

interface TicketBottomProps {
  actions: ReturnType<typeof residentActions>
  busy: boolean
  onChoose: (command: ResidentCommand) => void
  onMore: () => void
}

/** What I can do now. */
export const TicketBottom = ({ actions, busy, onChoose, onMore }: TicketBottomProps) => {
  const shown = actions.slice(0, inSight)
  return (
    <>
      {actions.length > inSight && (
        <View
          id="ticket-more"
          className="ticket-more tappable"
          {...a11y({ role: 'button', label: '更多操作' })}
          onClick={onMore}
        >
          <Icon name="more" />
          <Text className="ticket-more-word">更多</Text>
        </View>
      )}
      {[...shown].reverse().map(({ command, word }) => (
        <PrimaryButton
          key={command}
          id={`ticket-${command}`}
          kind={command === shown[0]?.command && !quiet.includes(command) ? 'primary' : 'plain'}
          busy={busy && command === 'agree'}
          onClick={() => onChoose(command)}
        >
          {word}
        </PrimaryButton>
      ))}
    </>
  )
}

interface MoreSheetProps {
  actions: ReturnType<typeof residentActions>
  onChoose: (command: ResidentCommand) => void
  onClose: () => void
}

export const MoreSheet = ({ actions, onChoose, onClose }: MoreSheetProps) => (
  <Sheet title="还可以" onClose={onClose} id="ticket-more-sheet">
    {actions.slice(inSight).map(({ command, word, icon }) => (
      <View
        key={command}
        id={`ticket-${command}`}
        className="ticket-option tappable"
        {...a11y({ role: 'button', label: word })}
        onClick={() => onChoose(command)}
      >
        <Icon name={icon} />
        <Text>{word}</Text>
      </View>
    ))}
  </Sheet>
)
