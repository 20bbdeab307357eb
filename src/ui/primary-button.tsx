import { Button } from '@nutui/nutui-react-taro'
import type { PropsWithChildren } from 'react'
import { a11y, named } from './a11y'
import { Icon, type IconName } from './icon'
import './primary-button.scss'

interface PrimaryButtonProps {
  onClick: () => void
  /** The one main action is `primary`; others on the screen are `plain`; `danger` cannot be taken back. */
  kind?: 'primary' | 'plain' | 'danger'
  icon?: IconName
  disabled?: boolean
  /** Shows that the tap has been taken; further taps do nothing. */
  busy?: boolean
  id?: string
}

/**
 * The main action of a screen. The handler runs in the tap itself, so that it may ask for a subscription
 * (P-SUB-1).
 */
export const PrimaryButton = ({
  onClick,
  kind = 'primary',
  icon,
  disabled = false,
  busy = false,
  id,
  children,
}: PropsWithChildren<PrimaryButtonProps>) => (
  <Button
    {...named(id)}
    className={`main-button main-button-${kind}`}
    type={kind === 'plain' ? 'default' : 'primary'}
    fill={kind === 'plain' ? 'outline' : 'solid'}
    block
    disabled={disabled}
    loading={busy}
    icon={icon && !busy ? <Icon name={icon} /> : undefined}
    {...a11y({ role: 'button', disabled })}
    onClick={() => {
      if (!disabled && !busy) onClick()
    }}
  >
    {children}
  </Button>
)
