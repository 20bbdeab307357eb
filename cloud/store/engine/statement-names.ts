/** Texts remembered as seen once, and statements kept by the server, per connection. */
const mostSeen = 200
const mostNamed = 150
/** Characters; longer ones are bulk writes, each with a text of its own. */
const longest = 16_000

/**
 * Which statements of one connection the server keeps prepared. A text that comes a second time gets a name: the server
 * then parses and plans it once, which for the short statements of a call costs more than running them. Texts that come
 * once only (lists of any length) are not kept, so what the server holds stays bounded.
 */
export class StatementNames {
  private readonly seen = new Set<string>()
  private readonly named = new Map<string, string>()

  /** The name to run `sql` under; undefined: unnamed. */
  nameOf(sql: string): string | undefined {
    const known = this.named.get(sql)
    if (known !== undefined || sql.length > longest || this.named.size >= mostNamed) return known
    if (this.seen.delete(sql)) {
      const name = `s${this.named.size + 1}`
      this.named.set(sql, name)
      return name
    }
    if (this.seen.size >= mostSeen) for (const oldest of [...this.seen].slice(0, 1)) this.seen.delete(oldest)
    this.seen.add(sql)
    return undefined
  }
}
