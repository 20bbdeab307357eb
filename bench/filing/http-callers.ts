import { randomUUID } from 'node:crypto'
import { HostClient, type Receipt, filingOf } from '../../test/support/host-client'
import { serve } from './generator'
import type { HttpSetup } from './messages'

const text = '三楼到四楼的楼道里堆着建筑垃圾已经有一个星期了，老人和小孩经过很不方便，麻烦尽快安排人来清理，谢谢。'

/** Callers over HTTP, each a resident with a connection that is kept. */
serve<HttpSetup>(async ({ url, residents }) => {
  const client = new HostClient(url, residents.length)
  return residents.map(resident => async () => {
    const filing = filingOf(resident, randomUUID(), text)
    return (await client.expect<Receipt>('ticket', 'file', filing, resident.token)).number
  })
})
