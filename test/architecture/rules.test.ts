import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** docs/rules.md and what cites it agree: a reader of the repository can follow every reference. */

const root = join(__dirname, '..', '..')
const rulesFile = 'docs/rules.md'
const thisFile = 'test/architecture/rules.test.ts'

const read = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Text files of the project, those not yet committed among them. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(file => /\.(ts|tsx|mjs|cjs|js|sql|scss|md|json)$/.test(file) && existsSync(join(root, file)))
  .filter(file => file !== thisFile && file !== 'package-lock.json')
const texts = new Map(files.map(file => [file, read(file)]))

const idPattern = /\b[DPL]-[A-Z]{2,4}-\d+[a-d]?\b/g

interface Rule {
  readonly id: string
  readonly text: string
}

/** Each rule is one item of a list that begins with its id in bold. */
const rules: readonly Rule[] = read(rulesFile)
  .split(/\n(?=- \*\*|\n|#)/)
  .flatMap(item => {
    const id = /^- \*\*([DPL]-[A-Z]{2,4}-\d+[a-d]?)\*\*/.exec(item)?.[1]
    return id === undefined ? [] : [{ id, text: item }]
  })

/** Where each id is cited outside docs/rules.md. */
function citations(): Map<string, Set<string>> {
  const cited = new Map<string, Set<string>>()
  for (const [file, text] of texts)
    if (file !== rulesFile)
      for (const [id] of text.matchAll(idPattern)) cited.set(id, (cited.get(id) ?? new Set()).add(file))
  return cited
}

test('every rule has one id, and there are rules', () => {
  const ids = rules.map(({ id }) => id)
  expect(ids.length).toBeGreaterThan(100)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})

test('every id that is cited stands in docs/rules.md', () => {
  const known = new Set(rules.map(({ id }) => id))
  const unknown = [...citations()]
    .filter(([id]) => !known.has(id))
    .map(([id, where]) => `${id}: ${[...where].join(', ')}`)
  expect({ 'cited, but not in docs/rules.md': unknown }).toEqual({ 'cited, but not in docs/rules.md': [] })
})

test('every rule is cited by code or a test, or marked as not yet carried out', () => {
  const cited = citations()
  const byCode = (id: string) => [...(cited.get(id) ?? [])].some(file => !file.endsWith('.md'))
  const silent = rules.filter(({ id, text }) => !byCode(id) && !/not yet/i.test(text)).map(({ id }) => id)
  expect({ 'neither cited nor marked _not yet_': silent }).toEqual({ 'neither cited nor marked _not yet_': [] })
})

test('every rule of the domain says where it is carried out, or that it is not yet', () => {
  const homeless = rules
    .filter(({ id, text }) => id.startsWith('D-') && !/`[a-z]+\/[^`]*`/.test(text) && !/not yet/i.test(text))
    .map(({ id }) => id)
  expect(homeless).toEqual([])
})

test.each([rulesFile, 'docs/architecture.md', 'docs/decisions.md'])('every path that %s names exists', document => {
  const paths = [...read(document).matchAll(/`((?:cloud|src|types|test|docs|scripts|bench|config)\/[^`]*)`/g)]
    .map(([, path]) => path ?? '')
    // A pattern such as FUNCTION/VERB.ts or decide*.ts stands for several files.
    .filter(path => !/[A-Z*{]/.test(path))
  expect({ [`${document} names, but there is no`]: paths.filter(path => !existsSync(join(root, path))) }).toEqual({
    [`${document} names, but there is no`]: [],
  })
})

test('a heading of a document that is cited stands there', () => {
  const faults = [...texts].flatMap(([file, text]) =>
    // A comment may break between the document and its heading.
    [...text.replace(/\n\s*(\*|\/\/)?\s*/g, ' ').matchAll(/docs\/(rules|architecture)\.md, ([A-Z])/g)].flatMap(
      found => {
        const after = text.replace(/\n\s*(\*|\/\/)?\s*/g, ' ').slice(found.index + found[0].length - 1)
        const headings = [...read(`docs/${found[1]}.md`).matchAll(/^##+ (.+)$/gm)].map(([, heading]) => heading ?? '')
        return headings.some(heading => after.startsWith(heading)) ? [] : [`${file}: ${found[0]}${after.slice(1, 30)}`]
      },
    ),
  )
  expect(faults).toEqual([])
})

test('nothing refers to a document that is not in the repository', () => {
  const faults = [...texts].flatMap(([file, text]) =>
    [...text.matchAll(/\b([\w-]+\/)*[\w-]+\.md\b/g)]
      .map(([name]) => name)
      .filter(name => !['README.md', 'CHANGELOG.md'].includes(name) && !existsSync(join(root, name)))
      .filter(name => !existsSync(join(root, 'docs', name)))
      .map(name => `${file}: ${name}`),
  )
  expect({ 'cited, but not in the repository': faults }).toEqual({ 'cited, but not in the repository': [] })
})
