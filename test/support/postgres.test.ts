import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { removeLeftovers, sharedFile, startOwnServer, testServer } from './postgres'
import { isServer, serverPid, startServer } from './postgres-server'

jest.setTimeout(120_000)

test('everybody in a run gets the same server, and it knows Chinese letters', async () => {
  const [first, second] = await Promise.all([testServer(), testServer()])
  expect(second.pid).toBe(first.pid)
  const client = new Client({ connectionString: first.url('postgres') })
  await client.connect()
  try {
    await client.query('create extension if not exists pg_trgm')
    const { rows } = await client.query<{ n: number }>("select cardinality(show_trgm('电梯坏了')) as n")
    expect(rows[0]?.n).toBeGreaterThan(0)
  } finally {
    await client.end()
  }
})

test('a server of its own stops when told, and leaves no files', async () => {
  const own = await startOwnServer({ name: 'stopped' })
  expect(serverPid(own.folder)).toBe(own.pid)
  await own.stop()
  expect(isServer(own.pid, own.folder)).toBe(false)
  expect(existsSync(own.folder)).toBe(false)
})

test('the server that a killed run has left is stopped and removed', async () => {
  // It lives until the server is up: another run that begins meanwhile removes what has no owner.
  const owner = spawn(process.execPath, ['-e', 'process.stdin.resume()'])
  const folder = join(tmpdir(), `property-complaints-test-${owner.pid}`)
  mkdirSync(folder)
  const left = await startServer(join(folder, 'postgres'))
  expect(isServer(left.pid, folder)).toBe(true)
  owner.kill('SIGKILL')
  await once(owner, 'exit')
  await removeLeftovers()
  expect(isServer(left.pid, folder)).toBe(false)
  expect(existsSync(folder)).toBe(false)
})

test('what a run shares is made once, and by the next one when the first fails', async () => {
  const name = `shared-${process.pid}`
  await expect(
    sharedFile(name, async () => {
      throw new Error('no luck')
    }),
  ).rejects.toThrow('no luck')
  let made = 0
  const make = async () => `made ${(made += 1)}`
  const files = await Promise.all([sharedFile(name, make), sharedFile(name, make)])
  expect(made).toBe(1)
  expect(files[0]).toBe(files[1])
})
