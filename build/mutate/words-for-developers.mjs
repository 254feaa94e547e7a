/** The calls that make an expected failure; their second argument is told to developers alone. */
const FAILURES = ['appError', 'add', 'forbid'];

/** Stryker leaves the words alone that only a developer reads: no screen shows them, no rule rests on them. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'words-for-developers',
    value: {
      shouldIgnore({ key, node, parent }) {
        if (node.type !== 'StringLiteral' && node.type !== 'TemplateLiteral') return undefined;
        const callee = parent?.callee?.name;
        if (FAILURES.includes(callee) && key === 1) return 'message of an expected failure, its code is what counts';
        if (callee === 'Error' && parent.type === 'NewExpression') return 'message of a bug';
        return undefined;
      },
    },
  },
];
