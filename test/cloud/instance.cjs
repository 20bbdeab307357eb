/**
 * One instance of a deployed function: a fresh process that loads the bundle and calls `main` for each event it is
 * sent, as the platform does, with the caller in the environment and a context of its own.
 */
const { performance } = require('node:perf_hooks')

const started = performance.now()
const { main } = require(process.argv[2])
const loadMs = performance.now() - started

process.send({ loadMs, mainIs: typeof main })
process.on('message', async ({ id, event, openid }) => {
  process.env.FAKE_OPENID = openid ?? ''
  const context = { request_id: `test-${id}`, function_name: 'test', time_limit_in_ms: 20000, memory_limit_in_mb: 256 }
  try {
    process.send({ id, result: await main(event, context), waits: context.callbackWaitsForEmptyEventLoop })
  } catch (error) {
    process.send({ id, error: String(error?.message ?? error) })
  }
})
