import Taro from '@tarojs/taro'
import { Component, type PropsWithChildren } from 'react'
import * as z from 'zod/mini'
import { followDocumentTheme } from '@/shell/document-theme'
import { say } from '@/shell/feedback'
import { followKeys } from '@/shell/keys'
import { followLayers } from '@/ui/layers'
import { followNetwork } from '@/data/device/network'
import { restorePreferences } from '@/data/device/preferences'
import { onSentLater, outbox } from '@/data/send/stored-writes'
import { restoreSession } from '@/data/session/session'
import './app.scss'

// Mini-programs forbid `new Function`, which zod would otherwise use to speed itself up (P-RUN-4).
z.config({ jitless: true })

// Before the router is made: of several listeners at the window, Chromium calls them in the order they came, and what
// closes a layer is not the router's to hear.
if (process.env.TARO_ENV === 'h5') followLayers(listener => Taro.eventCenter.on('__taroRouterChange', listener))

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
    onSentLater(({ word, about }) => say(`已发送：${word}（${about}）`))
    outbox.start()
  }

  /** An old link or a mistyped address; called by the platform (P-RUN-1) and by the browser's router. */
  onPageNotFound() {
    void Taro.redirectTo({ url: '/pages/lost/index' })
  }

  override render() {
    return this.props.children
  }
}
