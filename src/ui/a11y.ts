export interface Accessibility {
  role?:
    | 'button'
    | 'tab'
    | 'tablist'
    | 'heading'
    | 'status'
    | 'checkbox'
    | 'switch'
    | 'radio'
    | 'radiogroup'
    | 'img'
    | 'link'
    | 'list'
    | 'dialog'
  label?: string
  hidden?: boolean
  selected?: boolean
  checked?: boolean
  disabled?: boolean
  expanded?: boolean
  /** About to be something else. */
  busy?: boolean
  /** Read out when it changes. */
  live?: 'polite' | 'assertive'
}

/** Roles of what is pressed. */
const pressed: readonly Accessibility['role'][] = ['button', 'checkbox', 'link', 'radio', 'switch', 'tab']

const roleName = process.env.TARO_ENV === 'h5' ? 'role' : 'aria-role'

/**
 * What a screen reader says, as props to spread on a view. The browser calls the role `role`, the mini-program
 * `aria-role`. In the browser what is pressed can also be reached with the Tab key; `services/keys.ts` presses it.
 */
export function a11y({ role, ...rest }: Accessibility): Record<string, string | boolean> {
  const props: Record<string, string | boolean> = {}
  if (role) props[roleName] = role
  // In small letters and as a text: Taro's elements take it as the attribute, which goes with the prop.
  if (process.env.TARO_ENV === 'h5' && pressed.includes(role)) props['tabindex'] = rest.disabled ? '-1' : '0'
  for (const [name, value] of Object.entries(rest)) {
    // The browser leaves out an attribute that is `false`, but a tab that is not selected has to say so.
    if (value !== undefined) props[`aria-${name}`] = typeof value === 'boolean' ? String(value) : value
  }
  return props
}
