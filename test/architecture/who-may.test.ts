import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '..', '..')

const filesOf = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map(name => join(folder, name))

/** Ways of asking for a post by oneself, in place of a function of `domain/access` or a right of `types/rights`. */
const askings: readonly RegExp[] = [
  /\brole\s*[!=]==?/,
  /[!=]==?\s*\w+(\.\w+)*\.role\b/,
  /\bposts\.(some|every|find|filter)\(/,
  /\.includes\((\w+\.)*role\)/,
]

/** Lines of a text that ask for a post. */
const asks = (text: string): readonly string[] => text.split('\n').filter(line => askings.some(one => one.test(line)))

describe('who may do something is decided in cloud/domain/access and nowhere else', () => {
  it.each(['cloud/actions', 'cloud/functions', 'cloud/host'])('%s asks for no post by itself', folder => {
    const found = filesOf(folder).flatMap(file =>
      asks(readFileSync(join(root, file), 'utf8')).map(line => `${file}: ${line.trim()}`),
    )
    expect(found).toEqual([])
  })

  it('knows such a line when it sees one', () => {
    const lines = [
      "if (post.role === 'clerk') return true",
      'const manager = caller.actor.posts.some(post => post.centerId === id)',
      'posts.filter(({ role }) => managers.includes(role))',
      "if ('clerk' !== member.role) return",
    ]
    for (const line of lines) expect(asks(line)).toEqual([line])
    expect(asks("members.filter(member => holdsRight(member.role, 'takeTickets'))")).toEqual([])
  })

  it('the room itself throws nothing: refusing is for the actions', () => {
    const thrown = filesOf('cloud/domain/access').filter(file =>
      /CallError/.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(thrown).toEqual([])
  })
})
