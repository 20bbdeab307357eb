import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(__dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'property-complaints-rehearsal-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** As `npm run --silent rehearse -- FILE` runs it, from a folder that is not the product's. */
function rehearse(content: string | null) {
  const file = join(folder, 'scenario.json')
  if (content !== null) writeFileSync(file, content)
  const named = content === null ? join(folder, 'none.json') : file
  return spawnSync(process.execPath, [join(root, 'scripts', 'rehearse.mjs'), named], { cwd: folder, encoding: 'utf8' })
}

const filed = { at: '2026-03-02T09:00:00+08:00', ticket: 'A', do: 'file', data: { building: 'b1' } }

test('prints JSON and nothing else, and ends with 0', () => {
  const { status, stdout, stderr } = rehearse(JSON.stringify({ steps: [filed] }))
  expect([status, stderr]).toEqual([0, ''])
  expect(JSON.parse(stdout)).toMatchObject({
    tickets: { A: { state: 'submitted' } },
    refused: [],
    totals: { tickets: 1 },
  })
})

test.each([
  ['a broken scenario', JSON.stringify({ steps: [{ ...filed, do: 'fly' }] }), /steps\[0\]\.do names no command: "fly"/],
  ['no JSON', 'steps:', /is not JSON/],
  ['no file', null, /can't be read/],
])('%s: one line that says what, and 2', (_what, content, sentence) => {
  const { status, stdout, stderr } = rehearse(content)
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toMatch(sentence)
})
