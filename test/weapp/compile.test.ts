import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { built, buildTimeoutMs } from '../support/build'

interface Verdict {
  error?: string
  /** Files. */
  compiled?: number
  quality?: { name: string; text: string }[]
}

it(
  'is accepted by the official compiler, as the project is uploaded',
  () => {
    const run = spawnSync(process.execPath, [resolve(__dirname, 'official-compiler.cjs'), built('weapp')], {
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
    })
    const lastLine = run.stdout.trimEnd().split('\n').pop() ?? ''
    const verdict = JSON.parse(lastLine) as Verdict
    expect(verdict.error).toBeUndefined()
    expect(verdict.quality).toEqual([])
    expect(verdict.compiled).toBeGreaterThan(50)
    expect(run.status).toBe(0)
  },
  buildTimeoutMs,
)
