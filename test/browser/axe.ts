import { readFileSync } from 'node:fs'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Phone } from './stage'

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

declare global {
  interface Window {
    axe?: { run: (options: RunOptions) => Promise<AxeResults> }
  }
}

/** What axe-core finds wrong with what is on the screen now: every rule it has, the advice of best practice too. */
export async function faults(phone: Phone): Promise<string[]> {
  // Evaluated, not added as a tag: the host's pages take no script but their own.
  if (!(await phone.page.evaluate(() => window.axe !== undefined))) await phone.page.evaluate(source)
  const found = await phone.page.evaluate(async () => {
    const { violations } = (await window.axe?.run({ resultTypes: ['violations'] })) ?? { violations: [] }
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })),
    )
  })
  const nameless = await phone.page.locator('[id="undefined"]').count()
  if (nameless > 0) return [`${nameless} elements are called undefined`]
  return found.map(({ id, html, failureSummary }) => `${id}: ${html.slice(0, 160)} — ${failureSummary ?? ''}`)
}
