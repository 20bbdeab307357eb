import { cpus } from 'node:os'

/** `npm run bench -- NAME [--json]`: each prints its figures with the baseline measured in the same run. */
const benches: Readonly<Record<string, { about: string; load: () => Promise<{ run: () => Promise<object> }> }>> = {
  calendar: {
    about: 'working-time arithmetic, beside dayjs-business-time',
    load: () => import('./calendar'),
  },
  classifying: {
    about: 'what the rules make of a filing, beside merely looking for its words',
    load: () => import('./classifying'),
  },
  counting: {
    about: 'figures of a year of 100,000 tickets, beside merely counting their rows',
    load: () => import('./counting'),
  },
  deadlines: {
    about: 'deadlines fired per second on PostgreSQL, beside pg-boss, graphile-worker and plain SQL',
    load: () => import('./deadlines'),
  },
  filing: {
    about: 'filings per second through the HTTP host on PostgreSQL, beside the same rows by plain SQL',
    load: () => import('./filing'),
  },
  growth: {
    about: 'cost of a command and of the worklist with a million tickets, beside ten thousand',
    load: () => import('./growth'),
  },
  hotspots: {
    about:
      'planted clusters found in a year of 50,000 complaints; a filing with the look for them at a million tickets',
    load: () => import('./hotspots'),
  },
  nearby: {
    about: 'what neighbours have reported nearby, asked among a million tickets, beside ten thousand',
    load: () => import('./nearby'),
  },
  opening: {
    about: 'the browser build opened over a slow 3G network; OTHER_PAGES=folder: beside another build',
    load: () => import('./opening'),
  },
  rehearse: {
    about: 'a year of 100,000 tickets rehearsed, beside merely folding its events',
    load: () => import('./rehearse'),
  },
  routing: {
    about: 'one routing decision with 500 rules and 300 staff',
    load: () => import('./routing'),
  },
}

/** One figure a line, indented by depth; lists of plain values stand on their line. */
function lines(value: object, indent = ''): string[] {
  return Object.entries(value).flatMap(([name, figure]: [string, unknown]) => {
    if (typeof figure !== 'object' || figure === null) return [`${indent}${name}: ${String(figure)}`]
    if (Array.isArray(figure) && figure.every(item => typeof item !== 'object'))
      return [`${indent}${name}: ${figure.join(', ')}`]
    return [`${indent}${name}:`, ...lines(figure, `${indent}  `)]
  })
}

async function main(): Promise<void> {
  const words = process.argv.slice(2)
  const [name, ...others] = words.filter(word => word !== '--json')
  const bench = name === undefined || others.length > 0 || !Object.hasOwn(benches, name) ? undefined : benches[name]
  if (!bench) {
    const list = Object.entries(benches).map(([known, { about }]) => `  ${known.padEnd(12)}${about}`)
    const usage = ['usage: npm run bench -- NAME [--json]', ...list].join('\n')
    if (name === undefined) return console.log(usage)
    console.error(usage)
    process.exitCode = 2
    return
  }
  const { run } = await bench.load()
  const machine = { node: process.version, cores: cpus().length }
  const figures = { bench: name, machine, ...(await run()) }
  console.log(words.includes('--json') ? JSON.stringify(figures) : lines(figures).join('\n'))
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
