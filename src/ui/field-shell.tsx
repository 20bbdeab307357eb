import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { a11y } from './a11y'
import './field-shell.scss'

interface FieldShellProps {
  label: string
  optional?: boolean
  error?: string
  /** Of the field; the message has `<id>-error`. */
  id: string
}

/** Label above, message below, for fields that are not a text. */
export const FieldShell = ({ label, optional = false, error, id, children }: PropsWithChildren<FieldShellProps>) => (
  <View className={`field-shell ${error ? 'field-shell-wrong' : ''}`} id={id}>
    <Text className="field-shell-label">
      {label}
      {optional ? '（选填）' : ''}
    </Text>
    {children}
    {error && (
      <Text className="field-shell-error" id={`${id}-error`} {...a11y({ live: 'assertive' })}>
        {error}
      </Text>
    )}
  </View>
)
