/** The view tree as the page's data holds it: Taro's short names for name, children, text, class and id. */
export interface ViewNode {
  sid: string
  uid?: string
  nn?: string
  /** Text of a text node. */
  v?: string
  /** Class names. */
  cl?: string
  cn?: ViewNode[]
  [property: string]: unknown
}

export const walk = function* (node: ViewNode | undefined, depth = 1): Generator<{ node: ViewNode; depth: number }> {
  if (!node) return
  yield { node, depth }
  for (const child of node.cn ?? []) if (child) yield* walk(child, depth + 1)
}

/** The views around a node, the outermost first and the node itself last; the node alone where it is not in the tree. */
export function pathTo(root: ViewNode | undefined, wanted: ViewNode): ViewNode[] {
  const search = (node: ViewNode): ViewNode[] | null => {
    if (node.sid === wanted.sid) return [node]
    for (const child of node.cn ?? []) {
      const found = child ? search(child) : null
      if (found) return [node, ...found]
    }
    return null
  }
  return (root && search(root)) ?? [wanted]
}

export function textOf(node: ViewNode | undefined): string {
  let text = ''
  for (const { node: at } of walk(node)) if (typeof at.v === 'string') text += at.v
  return text
}

/** The innermost node whose own text contains the words. */
export function byText(root: ViewNode | undefined, words: string): ViewNode | undefined {
  let best: ViewNode | undefined
  for (const { node } of walk(root)) {
    if (!textOf(node).includes(words)) continue
    if (!best || textOf(node).length <= textOf(best).length) best = node
  }
  return best
}

export function byId(root: ViewNode | undefined, id: string): ViewNode | undefined {
  for (const { node } of walk(root)) if (node.uid === id || node.sid === id) return node
  return undefined
}

export function byClass(root: ViewNode | undefined, className: string): ViewNode[] {
  const found: ViewNode[] = []
  for (const { node } of walk(root))
    if (
      String(node.cl ?? '')
        .split(/\s+/)
        .includes(className)
    )
      found.push(node)
  return found
}

/** Nodes and greatest depth (P-RUN-2: < 1000 nodes, depth < 30). */
export function extentOf(root: ViewNode | undefined): { nodes: number; depth: number; widest: number } {
  const extent = { nodes: 0, depth: 0, widest: 0 }
  for (const { node, depth } of walk(root)) {
    extent.nodes++
    extent.depth = Math.max(extent.depth, depth)
    extent.widest = Math.max(extent.widest, node.cn?.length ?? 0)
  }
  return extent
}
