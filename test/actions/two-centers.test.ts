import type { RequestOf } from '../../types/contract/index'
import type { StaffRole } from '../../types/vocabulary'
import { aKey, type World } from '../builders/world'
import { describeWorld } from '../support/describe-world'

/** Gives somebody a further post. */
const appoint = (
  world: World,
  person: string,
  role: StaffRole,
  { center = 'center-2', department }: { center?: string; department?: string } = {},
) =>
  world.db
    .insertInto('post')
    .values({
      center_id: world.ids(center),
      person_id: world.ids(person),
      role,
      department_id: department ?? null,
      building_ids: JSON.stringify([]) as never,
      skills: JSON.stringify([]) as never,
      present: true,
      since: 0,
    })
    .execute()

const saved = async (world: World, person: string, center: string, note: string): Promise<string> => {
  const centerId = world.ids(center)
  const { policy, current } = await world.ok(person, 'policy.current', { centerId })
  const request: RequestOf<'policy', 'save'> = {
    centerId,
    idempotencyKey: aKey(),
    baseVersion: current.version,
    policy: { ...policy, holdMaxDays: 20 },
    note,
    applyTo: 'new',
  }
  return world.refusal(person, 'policy.save', request)
}
const notes = async (world: World, center: string) =>
  (await world.ok('quality-1', 'policy.history', { centerId: world.ids(center) })).versions.map(({ note }) => note)

describeWorld('whoever sees the whole company', tell => {
  tell('is told which centers there are, to choose one in the lists (D-PO-2)', async world => {
    const seen = async (person: string) => (await world.ok(person, 'account.me', {})).centers.map(one => one.centerId)
    expect(new Set(await seen('quality-1'))).toEqual(new Set([world.ids('center-1'), world.ids('center-2')]))
    expect(await seen('steward-1')).toEqual([world.ids('center-1')])
    expect(await seen('resident-1')).toEqual([])
  })
})

describeWorld('somebody with posts in two centers', tell => {
  tell('works on the rules of either, by naming it', async world => {
    await appoint(world, 'manager-1', 'serviceManager')
    for (const center of ['center-1', 'center-2']) {
      const centerId = world.ids(center)
      const current = await world.ok('manager-1', 'policy.current', { centerId })
      expect(current).toMatchObject({ centerId, editable: true })
      const policy = { ...current.policy, maxTransfers: 7 }
      expect((await world.ok('manager-1', 'policy.check', { centerId, policy })).changes).toHaveLength(1)
      expect(await saved(world, 'manager-1', center, `为 ${center}`)).toBe('none')
      expect((await world.ok('manager-1', 'policy.compare', { centerId, from: 1, to: 2 })).changes).toHaveLength(1)
      expect(await notes(world, center)).toEqual([`为 ${center}`, ''])
    }
    await world.file('resident-9', { placeId: world.ids('room-901') })
    world.clock.advance(60_000)
    const { policy } = await world.ok('manager-1', 'policy.current', {})
    const filed = async (center: string) =>
      (await world.ok('manager-1', 'policy.rehearse', { centerId: world.ids(center), policy, days: 30 })).before.filed
    expect([await filed('center-1'), await filed('center-2')]).toEqual([0, 1])
    // Without a name: as it has always been, the first.
    const first = [world.ids('center-1'), world.ids('center-2')].sort()[0]
    expect((await world.ok('manager-1', 'policy.current', {})).centerId).toBe(first)
  })

  tell('plans the staff of either, and nobody of the one not named', async world => {
    await appoint(world, 'manager-1', 'serviceManager')
    const listed = async (center: string) =>
      (await world.ok('manager-1', 'staff.list', { centerId: world.ids(center) })).people.map(({ id }) => id)
    expect(await listed('center-1')).toContain(world.ids('steward-1'))
    expect(await listed('center-2')).toContain(world.ids('steward-9'))
    expect(await listed('center-2')).not.toContain(world.ids('steward-1'))
    const away = (person: string, center: string) =>
      world.refusal('manager-1', 'staff.addLeave', {
        centerId: world.ids(center),
        idempotencyKey: aKey(),
        personId: world.ids(person),
        from: '2026-03-02',
        to: '2026-03-03',
      })
    expect(await away('steward-9', 'center-2')).toBe('none')
    expect(await away('steward-9', 'center-1')).toBe('unknownPerson')
    // Somebody who works in both is planned in the one named.
    await appoint(world, 'engineer-1', 'handler', { department: 'engineering' })
    for (const center of ['center-1', 'center-2']) {
      await world.ok('manager-1', 'staff.setPresence', {
        centerId: world.ids(center),
        idempotencyKey: aKey(),
        personId: world.ids('engineer-1'),
        present: center === 'center-1',
      })
    }
    const rows = await world.db
      .selectFrom('post')
      .where('person_id', '=', world.ids('engineer-1'))
      .select(['center_id', 'present'])
      .execute()
    expect(new Map(rows.map(row => [row.center_id, row.present]))).toEqual(
      new Map([
        [world.ids('center-1'), true],
        [world.ids('center-2'), false],
      ]),
    )
  })

  tell('sees the sum of both centers, or one of them', async world => {
    await appoint(world, 'manager-1', 'serviceManager')
    await world.file()
    await world.file('resident-9', { placeId: world.ids('room-901') })
    await world.file('resident-3', { placeId: world.ids('room-201') })
    const open = async (center?: string) =>
      (await world.ok('manager-1', 'center.overview', center ? { centerId: world.ids(center) } : {})).open
    expect([await open(), await open('center-1'), await open('center-2')]).toEqual([3, 2, 1])
  })

  tell('a post of another kind in the second center opens what that post opens there, no more', async world => {
    await appoint(world, 'manager-1', 'departmentHead', { department: 'service' })
    const centerId = world.ids('center-2')
    expect((await world.ok('manager-1', 'policy.current', { centerId })).editable).toBe(false)
    expect(await saved(world, 'manager-1', 'center-2', '不该有')).toBe('forbidden')
    await appoint(world, 'service-head', 'clerk')
    expect((await world.ok('service-head', 'staff.list', { centerId })).editable).toBe(false)
    expect(await world.refusal('service-head', 'policy.current', { centerId })).toBe('forbidden')
    expect(await world.refusal('service-head', 'center.overview', { centerId })).toBe('forbidden')
    const presence = { centerId, idempotencyKey: aKey(), personId: world.ids('steward-9'), present: true }
    expect(await world.refusal('service-head', 'staff.setPresence', presence)).toBe('forbidden')
  })
})

describeWorld('a center where the caller holds no post', tell => {
  tell('is refused to everybody but quality and supervisors, whose posts reach all of the company', async world => {
    const centerId = world.ids('center-2')
    const personId = world.ids('steward-9')
    const reads = ['policy.current', 'policy.history', 'staff.list', 'center.overview'] as const
    for (const person of ['manager-1', 'service-head', 'admin-1', 'quality-x'])
      for (const name of reads)
        expect([person, name, await world.refusal(person, name, { centerId })]).toEqual([person, name, 'forbidden'])
    for (const person of ['quality-1', 'supervisor-1'])
      for (const name of reads)
        expect([person, name, await world.refusal(person, name, { centerId })]).toEqual([person, name, 'none'])
    // They see it; what is configured there is its own manager's.
    expect(await saved(world, 'quality-1', 'center-2', '品质部调整')).toBe('forbidden')
    expect((await world.ok('supervisor-1', 'policy.current', { centerId })).editable).toBe(false)
    const plan = { centerId, idempotencyKey: aKey(), personId }
    expect(await world.refusal('manager-1', 'staff.setPresence', { ...plan, present: true })).toBe('forbidden')
    expect(await world.refusal('manager-1', 'staff.handOver', { ...plan, reason: '移交' })).toBe('forbidden')
    for (const other of ['center-x', 'nowhere'])
      expect(await world.refusal('quality-1', 'policy.current', { centerId: world.ids(other) })).toBe('forbidden')
    expect(await world.refusal('quality-1', 'staff.list', { centerId: 'no-id' })).toBe('forbidden')
  })
})
