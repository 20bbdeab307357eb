import { type HTMLAttributes, createElement } from 'react'

/** Taro's components in tests: elements of the names they have in the browser build, without what Taro puts into them. */
const plain =
  (tag: string) =>
  ({ className, ...props }: HTMLAttributes<HTMLElement>) =>
    createElement(tag, { class: className, ...props })

export const View = plain('taro-view-core')
export const Text = plain('taro-text-core')
