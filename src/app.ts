import { Component, type PropsWithChildren } from 'react'
import * as z from 'zod/mini'
import { followDocumentTheme } from '@/shell/document-theme'
import { followKeys } from '@/shell/keys'
import { followNetwork } from '@/data/device/network'
import { restorePreferences } from '@/data/device/preferences'
import { restoreSession } from '@/data/session/session'
import './app.scss'

// Mini-programs forbid `new Function`, which zod would otherwise use to speed itself up (P-RUN-4).
z.config({ jitless: true })

export default class App extends Component<PropsWithChildren> {
  override componentDidMount() {
    followNetwork()
    followKeys()
  }

  constructor(props: PropsWithChildren) {
    super(props)
    restorePreferences()
    followDocumentTheme()
    restoreSession()
  }

  override render() {
    return this.props.children
  }
}
