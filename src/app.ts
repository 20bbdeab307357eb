import { Component, type PropsWithChildren } from 'react'
import * as z from 'zod/mini'
import { followDocumentTheme } from '@/services/document-theme'
import { followKeys } from '@/services/keys'
import { followNetwork } from '@/services/network'
import { restorePreferences } from '@/services/preferences'
import { restoreSession } from '@/services/session'
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
