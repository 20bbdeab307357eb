import { createPostgres } from '../support/databases'
import { killAndCompare } from './host-kills'

/** Apart from the other engine's, so that the two run side by side. */
test('no acknowledged filing is lost or doubled when the host on PostgreSQL is killed twenty times', async () => {
  const { url, cleanup } = await createPostgres()
  try {
    await killAndCompare('PostgreSQL', folder => ({
      env: { DATABASE_URL: url, DATA_DIR: folder },
      settings: { databaseUrl: url },
    }))
  } finally {
    await cleanup()
  }
}, 300_000)
