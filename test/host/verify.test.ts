import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { verify } from '../../cloud/host/verify'
import { verifyInstallation } from '../../cloud/host/verify-installation'
import { toJson } from '../../cloud/store/engine/json'
import { describeEachEngine } from '../support/databases'
import { phonePhoto } from '../support/files'
import { type TestHost, demoSettings, openHost } from '../support/host'

describeEachEngine('verifying what is stored', open => {
  let host: TestHost
  beforeEach(async () => {
    host = await openHost(await open())
  })
  afterEach(() => host.close())

  const check = () => verify(host.database.db, host.runtime.media)
  /** A complaint with a photo. */
  async function file(key: string): Promise<{ ticketId: string; mediaId: string }> {
    const resident = await host.token('resident-1')
    const placeId = (await host.call(resident, 'account', 'me', {})).rooms[0]?.placeId ?? ''
    const { body } = await host.upload(resident, await phonePhoto())
    if (!body.ok) throw new Error(body.error.message)
    const { mediaId } = body.data
    const filing = { kind: 'complaint', category: 'leak', placeId, text: '天花板漏水', mediaIds: [mediaId] } as const
    const { ticketId } = await host.call(resident, 'ticket', 'file', { ...filing, idempotencyKey: key })
    return { ticketId, mediaId }
  }
  const pathOf = (mediaId: string): string => join(host.dataDir, 'media', mediaId.slice(-2), `${mediaId}.jpg`)

  test('an installation as it was written has no fault', async () => {
    await file('one-filing')
    await file('two-filing')
    expect(await check()).toEqual({ tickets: 2, files: 2, faults: [] })
  })

  test('a changed event and a changed file are both found, and only these', async () => {
    const { ticketId } = await file('changed-event')
    const { mediaId } = await file('changed-file')
    await host.database.db
      .updateTable('event')
      .set({ body: toJson({ type: 'noted', text: '什么也没有发生' }) })
      .where('ticket_id', '=', ticketId)
      .where('seq', '=', 1)
      .execute()
    writeFileSync(pathOf(mediaId), await phonePhoto(60, 40))
    const { faults } = await check()
    expect(faults).toEqual([
      expect.stringMatching(new RegExp(`${ticketId}.*broken at event 1`)),
      `file ${mediaId}.jpg: its content is not what was uploaded`,
    ])
  })

  test('a lost last event, a lost ticket and a lost file are found', async () => {
    const { db } = host.database
    const cut = await file('cut-filing')
    const { count } = await db
      .selectFrom('event')
      .where('ticket_id', '=', cut.ticketId)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    await db.deleteFrom('event').where('ticket_id', '=', cut.ticketId).where('seq', '=', Number(count)).execute()
    const lost = await file('lost-filing')
    await db.deleteFrom('ticket').where('id', '=', lost.ticketId).execute()
    rmSync(pathOf(lost.mediaId))
    expect(await check()).toEqual({
      tickets: 1,
      files: 2,
      faults: [
        expect.stringMatching(new RegExp(`${cut.ticketId}.*broken at event ${Number(count)}`)),
        `ticket ${lost.ticketId}: there are events of it, but no ticket`,
        `file ${lost.mediaId}.jpg: it is missing`,
      ],
    })
  })
})

test('where there is no database, none is made', async () => {
  const nowhere = join(__dirname, 'no-such-folder')
  await expect(verifyInstallation(demoSettings(nowhere))).rejects.toThrow('there is no database in')
})
