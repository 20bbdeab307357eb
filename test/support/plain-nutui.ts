import { createElement, Fragment, type ButtonHTMLAttributes, type PropsWithChildren } from 'react'

/** The component library in tests: what it surrounds, without its code, which runs on Taro's runtime only. */
const plain = ({ children }: PropsWithChildren) => createElement(Fragment, null, children)

export const Badge = plain
/** Can be pressed, as the library's can. */
export const Button = ({ id, disabled, onClick, children }: ButtonHTMLAttributes<HTMLButtonElement>) =>
  createElement('button', { id, disabled, onClick }, children)
export const Dialog = plain
export const Empty = plain
export const Overlay = plain
export const Popup = plain
export const SearchBar = plain
export const Skeleton = plain
export const Tag = plain
export const Collapse = Object.assign(plain.bind(null), { Item: plain })
export const Tabs = Object.assign(plain.bind(null), { TabPane: plain })
