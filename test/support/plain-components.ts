import { type FormEvent, type HTMLAttributes, type PropsWithChildren, createElement } from 'react'

/** Taro's components in tests: elements of the names they have in the browser build, without what Taro puts into them. */
const plain =
  (tag: string) =>
  ({ className, ...props }: HTMLAttributes<HTMLElement>) =>
    createElement(tag, { class: className, ...props })

export const View = plain('taro-view-core')
export const Text = plain('taro-text-core')
export const ScrollView = ({ children }: PropsWithChildren) => createElement('taro-scroll-view-core', null, children)

interface FieldProps {
  id?: string
  value?: string
  onInput?: (event: { detail: { value: string } }) => void
}

/** A field that is written into as in a browser, and tells of it as Taro does. */
const field =
  (tag: 'input' | 'textarea') =>
  ({ id, value, onInput }: FieldProps) =>
    createElement(tag, {
      id,
      value,
      onInput: ({ currentTarget }: FormEvent<HTMLInputElement>) =>
        onInput?.({ detail: { value: currentTarget.value } }),
      // React asks for it where a value is given.
      onChange: () => undefined,
    })

export const Input = field('input')
export const Textarea = field('textarea')
