import { sql } from 'kysely'
import { createPostgres, describeEachEngine } from '../../test/support/databases'
import { openDatabase } from './engine/open-database'
import { MigrationMismatch, migrate } from './migrate'
import { migrations } from './migrations'

const steps = [
  { name: '001-one', sql: 'create table one (n int); insert into one values (1)' },
  { name: '002-two', sql: 'create table two (n int)' },
]

describeEachEngine('migrations', (open, engine) => {
  test('a fresh database is brought up once, and then left as it is', async () => {
    const { db } = await open({ migrated: false })
    expect(await migrate(db, { now: () => 1_772_412_000_000 })).toEqual({ applied: migrations.map(m => m.name) })
    expect(await migrate(db)).toEqual({ applied: [] })
    const rows = await db.selectFrom('schema_migration').select(['name', 'applied_at']).execute()
    expect(rows).toEqual(migrations.map(m => ({ name: m.name, applied_at: 1_772_412_000_000 })))
  })

  test('only what is new is applied', async () => {
    const { db } = await open({ migrated: false })
    await migrate(db, { migrations: steps.slice(0, 1) })
    expect(await migrate(db, { migrations: steps })).toEqual({ applied: ['002-two'] })
  })

  test('a migration that fails leaves nothing behind, and is applied once it is right', async () => {
    const { db } = await open({ migrated: false })
    const broken = [steps[0]!, { name: '002-two', sql: 'create table two (n int); select * from missing' }]
    await expect(migrate(db, { migrations: broken })).rejects.toThrow('missing')
    expect(await migrate(db, { migrations: steps })).toEqual({ applied: ['002-two'] })
  })

  test('one that was edited after it had been applied is refused', async () => {
    const { db } = await open({ migrated: false })
    await migrate(db, { migrations: steps })
    const edited = [{ name: '001-one', sql: 'create table one (n bigint)' }, steps[1]!]
    await expect(migrate(db, { migrations: edited })).rejects.toThrow(MigrationMismatch)
  })

  test('a newer database is accepted by an older build, a foreign one is not', async () => {
    const { db } = await open({ migrated: false })
    await migrate(db, { migrations: steps })
    expect(await migrate(db, { migrations: steps.slice(0, 1) })).toEqual({ applied: [] })
    await expect(migrate(db, { migrations: steps.slice(1) })).rejects.toThrow('001-one')
  })

  test('every table and index of a center is led by its id, save those that are asked across centers', async () => {
    const { db } = await open()
    const { rows } = await sql<{ name: string }>`
      select i.relname as name
      from pg_index x
        join pg_class i on i.oid = x.indexrelid
        join pg_class t on t.oid = x.indrelid and t.relnamespace = 'public'::regnamespace
        join pg_attribute c on c.attrelid = t.oid and c.attname = 'center_id'
      where x.indkey[0] <> c.attnum
      order by name
    `.execute(db)
    expect(rows.map(row => row.name)).toEqual([
      'binding_request_person',
      'campaign_due',
      'campaign_household_asked',
      'deadline_due',
      'event_grams',
      'held_notice_escalations',
      'held_notice_open',
      'held_notice_summary',
      'improvement_due',
      'improvement_owner',
      'invitation_pkey',
      'media_id',
      'notice_escalations',
      'notice_inbox',
      'notice_outbox',
      'notice_ticket',
      'organisation_change_pkey',
      'participant_person',
      'post_person',
      'residency_household',
      'residency_lease',
      'residency_person',
      'survey_answered',
      'survey_open',
      'ticket_filer',
      'ticket_helpers',
      'ticket_household',
    ])
  })

  test('nothing that a distributed PostgreSQL lacks is used', async () => {
    const { db } = await open()
    const { rows } = await sql<{ found: number }>`
      select (select count(*) from pg_trigger where not tgisinternal)
           + (select count(*) from pg_constraint where contype in ('f', 'c') and connamespace = 'public'::regnamespace)
           + (select count(*) from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace) as found
    `.execute(db)
    expect(rows).toEqual([{ found: 0 }])
  })

  if (engine === 'postgres') {
    test('five processes that start at once apply each migration once, and all of them start', async () => {
      const { url, cleanup } = await createPostgres({ migrated: false })
      const starters = await Promise.all(
        Array.from({ length: 5 }, () => openDatabase({ databaseUrl: url, poolSize: 1 })),
      )
      try {
        // Connected before the race begins, so that they really meet.
        await Promise.all(starters.map(starter => sql`select 1`.execute(starter.db)))
        const slow = [
          { name: '001-one', sql: 'create table one (n int); select pg_sleep(0.2)' },
          { name: '002-two', sql: 'create table two (n int)' },
          { name: '003-three', sql: 'alter table one add m int' },
        ]
        const results = await Promise.all(starters.map(starter => migrate(starter.db, { migrations: slow })))
        expect(results.flatMap(result => result.applied).sort()).toEqual(['001-one', '002-two', '003-three'])
        expect(await starters[0]!.db.selectFrom('schema_migration').select('name').execute()).toHaveLength(3)
      } finally {
        await Promise.all(starters.map(starter => starter.close()))
        await cleanup()
      }
    })

    test('when the first of two fails, the second that waited for it applies the migration', async () => {
      const { url, cleanup } = await createPostgres({ migrated: false })
      const first = await openDatabase({ databaseUrl: url })
      const second = await openDatabase({ databaseUrl: url })
      try {
        await migrate(first.db, { migrations: [] })
        let waiting: Promise<{ applied: string[] }> | undefined
        const failing = first.db.transaction().execute(async trx => {
          await trx.insertInto('schema_migration').values({ name: '001-one', checksum: 'x', applied_at: 0 }).execute()
          waiting = migrate(second.db, { migrations: steps })
          await blockedOn(first.db)
          throw new Error('the first process dies')
        })
        await expect(failing).rejects.toThrow('the first process dies')
        expect(await waiting).toEqual({ applied: ['001-one', '002-two'] })
      } finally {
        await first.close()
        await second.close()
        await cleanup()
      }
    })
  }
})

/** Returns once some session of this database waits for a lock of another. */
async function blockedOn(db: Parameters<typeof migrate>[0]): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
    `.execute(db)
    if (rows.length > 0) return
  }
}
