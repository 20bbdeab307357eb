import ts from 'typescript'

const names = new Set(['slice', 'substring', 'substr'])

/** Whether a type is a string, or may be one. */
const mayBeString = type => {
  if (type.isUnionOrIntersection()) return type.types.some(mayBeString)
  return (type.flags & ts.TypeFlags.StringLike) !== 0
}

/**
 * Text is cut by `cutText` and `cutBytes` of types/words/text.ts, which know where a character ends; a part of a date, a key
 * or a match is taken by `partBetween`. Knows by type what is a string, so arrays and buffers are sliced as they like.
 * Dropping a prefix (`text.slice(prefix.length)`) cuts nothing that was written by somebody and is allowed.
 */
export const noTextSlice = {
  meta: {
    type: 'problem',
    docs: { description: 'text is cut between characters, by the helpers of types/words/text.ts' },
    messages: {
      cut: 'This may cut inside a character: use cutText or cutBytes of types/words/text.ts, or partBetween for dates, keys and matches.',
    },
    schema: [],
  },
  create(context) {
    const services = context.sourceCode.parserServices
    const checker = services.program.getTypeChecker()
    const dropsPrefix = ({ callee, arguments: given }) =>
      callee.property.name === 'slice' &&
      given.length === 1 &&
      given[0].type !== 'UnaryExpression' &&
      given[0].type !== 'SpreadElement'
    return {
      CallExpression(node) {
        const { callee } = node
        if (callee.type !== 'MemberExpression' || callee.computed || !names.has(callee.property.name)) return
        if (dropsPrefix(node)) return
        const type = checker.getTypeAtLocation(services.esTreeNodeToTSNodeMap.get(callee.object))
        if (mayBeString(checker.getBaseConstraintOfType(type) ?? type)) context.report({ node, messageId: 'cut' })
      },
    }
  },
}
