/** Tokens a docstring may stand before although no declaration follows: members of a union. */
const UNION_MEMBER = '|';
const NOT_DECLARED = ['import', 'if', 'for', 'while', 'return', 'throw', 'await', 'try', 'switch', '}', ')', ']'];

/**
 * ESLint rule: a docstring belongs to a declaration. One that stands before another docstring, an import, a statement or the
 * end of what holds it was left behind when code moved, and tells of nothing or of the wrong thing.
 */
export const orphanDocs = {
  meta: { type: 'problem', schema: [], messages: { orphan: 'A docstring that belongs to no declaration.' } },
  create(context) {
    const { sourceCode } = context;
    return {
      Program() {
        for (const comment of sourceCode.getAllComments()) {
          if (comment.type !== 'Block' || !comment.value.startsWith('*')) continue;
          const next = sourceCode.getTokenAfter(comment, { includeComments: true });
          if (next === null || isOrphanedBy(sourceCode, next))
            context.report({ loc: comment.loc, messageId: 'orphan' });
        }
      },
    };
  },
};

function isOrphanedBy(sourceCode, next) {
  if (next.type === 'Block') return next.value.startsWith('*');
  if (next.type === 'Line') return false;
  if (next.value === UNION_MEMBER) return false;
  if (NOT_DECLARED.includes(next.value)) return true;
  const node = outermostFrom(sourceCode, next);
  return node.type === 'ExpressionStatement' && node.parent.type === 'Program';
}

/** The outermost node below the file that begins with a token. */
function outermostFrom(sourceCode, token) {
  let node = sourceCode.getNodeByRangeIndex(token.range[0]);
  while (node.parent && node.parent.type !== 'Program' && node.parent.range[0] === token.range[0]) node = node.parent;
  return node;
}
