/** Where the English words are kept; every import from there is something another language lays itself over. */
const words = /\/words\/en\/[^/]+\.ts$|^\.\/[^/]+\.ts$/;

/** @typedef {import('eslint').Scope.Scope} Scope */

/** What calls the function it is given at once: `places.map((place) => words.site[place])` reads while loading. */
const atOnce = new Set([
  'map',
  'flatMap',
  'filter',
  'find',
  'reduce',
  'forEach',
  'from',
  'some',
  'every',
  'toSorted',
]);

/** @param {import('eslint').Rule.Node} node */
const isCalledAtOnce = ({ parent }) =>
  parent?.type === 'CallExpression' &&
  parent.callee.type === 'MemberExpression' &&
  parent.callee.property.type === 'Identifier' &&
  atOnce.has(parent.callee.property.name);

/** Whether code in this scope runs only once the page is being drawn. */
function isLate(/** @type {Scope | null} */ scope) {
  for (let at = scope; at !== null; at = at.upper) {
    if (at.type !== 'function') continue;
    if (!isCalledAtOnce(/** @type {import('eslint').Rule.Node} */ (at.block))) return true;
  }
  return false;
}

/**
 * A word read while a module loads stays English for good: another language is laid over the objects afterwards,
 * and over those of later chunks as they come. Words are read where they are shown.
 * @type {import('eslint').Rule.RuleModule}
 */
export const lateWords = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    return {
      ImportDeclaration(node) {
        if (typeof node.source.value !== 'string' || !words.test(node.source.value)) return;
        for (const variable of context.sourceCode.getDeclaredVariables(node)) {
          if (!/[wW]ords$/.test(variable.name)) continue;
          for (const { identifier, from } of variable.references) {
            const reference = /** @type {import('eslint').Rule.Node & { parent: { type: string } }} */ (
              identifier
            );
            // `typeof x` and types read nothing.
            if (/^TS(TypeQuery|TypeReference|Interface)/.test(reference.parent.type) || isLate(from))
              continue;
            context.report({
              node: identifier,
              message: 'Read words where they are shown: read here, they stay English in every language.',
            });
          }
        }
      },
    };
  },
};
