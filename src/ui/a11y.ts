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
    | 'listitem'
    | 'group'
    | 'dialog'
    | 'main'
    | 'navigation'
    | 'banner'
  label?: string
  /** What the words inside come to. The mini-program says it instead of them; the browser reads them by itself. */
  summary?: string
  hidden?: boolean
  /** Of a heading: 1 is the page's title, 2 a section, 3 a part of one. */
  level?: 1 | 2 | 3
  selected?: boolean
  /** `page`: of the links to pages, the one that is shown; `true`: the row whose details are. */
  current?: 'page' | 'true' | false
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

const inBrowser = process.env.TARO_ENV === 'h5'

/**
 * What a screen reader says, as props to spread on a view. The browser calls the role `role`, the mini-program
 * `aria-role`, and knows no levels. In the browser what is pressed can also be reached with the Tab key;
 * `shell/keys.ts` presses it.
 */
export function a11y({ role, level, current, summary, ...rest }: Accessibility): Record<string, string | boolean> {
  const props: Record<string, string | boolean> = {}
  if (role) props[inBrowser ? 'role' : 'aria-role'] = role
  if (inBrowser) {
    // In small letters and as a text: Taro's elements take it as the attribute, which goes with the prop.
    if (pressed.includes(role)) props['tabindex'] = rest.disabled ? '-1' : '0'
    if (role === 'heading') props['aria-level'] = String(level ?? 2)
    if (current) props['aria-current'] = current
    // The focus moves there when it opens; what is beneath is out of reach (`layers.ts`).
    if (role === 'dialog') Object.assign(props, { tabindex: '-1', 'aria-modal': 'true' })
  }
  if (!inBrowser && summary !== undefined) props['aria-label'] = summary
  for (const [name, value] of Object.entries(rest)) {
    // The browser leaves out an attribute that is `false`, but a tab that is not selected has to say so.
    if (value !== undefined) props[`aria-${name}`] = typeof value === 'boolean' ? String(value) : value
  }
  return props
}

/** An id where there is one: Taro's elements in the browser would be called `undefined`. */
export const named = (id: string | undefined): { id?: string } => (id === undefined ? {} : { id })
