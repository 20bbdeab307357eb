import { readFileSync } from 'node:fs'
import { answerOf } from './answer'
import { run } from './run'
import { BrokenScenario, readScenario } from './scenario'

/** `npm run --silent rehearse -- SCENARIO.json`: JSON on stdout and 0, or one line on stderr and 2. */
function main(file: string | undefined): number {
  if (file === undefined) {
    process.stderr.write('usage: npm run --silent rehearse -- SCENARIO.json\n')
    return 2
  }
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    process.stderr.write(`${file}: can't be read\n`)
    return 2
  }
  try {
    process.stdout.write(`${JSON.stringify(answerOf(run(readScenario(text))), null, 2)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof BrokenScenario)) throw error
    process.stderr.write(`${file}: ${error.message.replaceAll(/\s+/g, ' ')}\n`)
    return 2
  }
}

process.exitCode = main(process.argv[2])
