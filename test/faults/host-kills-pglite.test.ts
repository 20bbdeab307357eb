import { killAndCompare } from './host-kills'

/** Apart from the other engine's, so that the two run side by side. */
test('no acknowledged filing is lost or doubled when the host on PGlite is killed twenty times', async () => {
  await killAndCompare('PGlite', folder => ({
    env: { DATABASE_URL: '', DATA_DIR: folder },
    settings: { dataDir: folder },
  }))
}, 300_000)
