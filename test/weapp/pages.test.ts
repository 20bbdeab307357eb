import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { built, buildTimeoutMs } from '../support/build'
import { budget, kb } from './budget'
import { launch, pagesOf, type MiniProgram } from './launch'

/** Issue: main package ≤ 1 MB, each subpackage ≤ 600 KB. */
const packages = { main: 1024 * kb, subpackage: 600 * kb }

/** Virtual ms after which every call has been tried again and given up. */
const untilGivenUp = 60_000

/** Every page is started twice; generous, for a machine that is busy with something else. */
jest.setTimeout(120_000)

let dist = ''
beforeAll(() => {
  dist = built('weapp')
}, buildTimeoutMs)

const bytesBelow = (path: string): number =>
  statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + bytesBelow(join(path, name)), 0)
    : statSync(path).size

function expectSound(program: MiniProgram, page: string) {
  expect({ page, errors: program.errors, unknownApis: program.unknownApis }).toEqual({
    page,
    errors: [],
    unknownApis: [],
  })
  const first = program.setData.filter(call => call.first)
  expect(Math.max(...first.map(({ bytes }) => bytes))).toBeLessThanOrEqual(budget.first)
  expect(Math.max(...program.setData.map(({ bytes }) => bytes))).toBeLessThanOrEqual(budget.largest)
  const { nodes, depth, widest } = program.extent()
  expect(nodes).toBeLessThan(budget.nodes)
  expect(depth).toBeLessThan(budget.depth)
  expect(widest).toBeLessThanOrEqual(budget.children)
}

describe('the mini-program build', () => {
  it('opens every page of every package without an error or an unknown API, the server being away', async () => {
    for (const page of pagesOf(dist)) {
      const program = await launch(dist, { path: page })
      await program.pass(untilGivenUp)
      expect({ page, reads: program.text() }).not.toEqual({ page, reads: '' })
      expectSound(program, page)
    }
  })

  it('opens every page for somebody who reads large type on a phone set to 1.4 times', async () => {
    for (const page of pagesOf(dist)) {
      const storage = { preferences: { elderView: true, theme: 'dark' } }
      const program = await launch(dist, { path: page, storage, fontSizeScaleFactor: 1.4 })
      expect(program.all('elder')).toHaveLength(1)
      expectSound(program, page)
    }
  })

  it('switches pages by the tab bar', async () => {
    const program = await launch(dist, { path: 'pages/home/index' })
    await program.tap('#tab-mine')
    expect(program.route).toBe('pages/tickets/index')
    expect(program.errors).toEqual([])
  })

  it('says in its templates what a screen reader has to say', () => {
    const templates = readFileSync(join(dist, 'base.wxml'), 'utf8')
    for (const attribute of ['aria-role="{{i.ariaRole}}"', 'aria-label="{{i.ariaLabel}}"'])
      expect(templates.match(/<view[^>]*>/g)?.every(view => view.includes(attribute))).toBe(true)
  })

  it('keeps the packages within their budgets', () => {
    const sizes = Object.fromEntries(['work', 'manage', 'residence'].map(root => [root, bytesBelow(join(dist, root))]))
    const main = bytesBelow(dist) - Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0)
    expect(main).toBeLessThanOrEqual(packages.main)
    for (const bytes of Object.values(sizes)) expect(bytes).toBeLessThanOrEqual(packages.subpackage)
  })
})
