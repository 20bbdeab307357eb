/** A key as it was pressed. */
export interface Pressed {
  key: string
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  /** Of the element that has the focus. */
  tagName: string
}

const fields: readonly string[] = ['INPUT', 'TEXTAREA', 'SELECT']

/** Whether somebody is typing there. */
export const isField = (tagName: string): boolean => fields.includes(tagName)
