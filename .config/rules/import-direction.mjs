import { posix, relative, sep } from 'node:path';
import { whyNotFile, whyNotPackage } from './layers.mjs';

/** Every way one file names another: static and dynamic imports, re-exports, types, and mocks. */
const importing = [
  'ImportDeclaration > Literal.source',
  'ExportNamedDeclaration > Literal.source',
  'ExportAllDeclaration > Literal.source',
  'ImportExpression > Literal.source',
  'TSImportType Literal',
  'CallExpression[callee.name="require"] > Literal.arguments',
].join(', ');

/**
 * Follows an alias of package.json's `imports` or a relative path to the file it names.
 * @returns {string | undefined} from the repository's folder; undefined for a package
 */
function fileOf(/** @type {string} */ specifier, /** @type {string} */ from) {
  if (specifier.startsWith('#')) return `shared/${specifier.slice(1)}`;
  if (/^\.\.?(\/|$)/.test(specifier)) return posix.normalize(posix.join(posix.dirname(from), specifier));
  return undefined;
}

/** @type {import('eslint').Rule.RuleModule} */
export const importDirection = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const from = relative(context.cwd, context.filename).split(sep).join('/');
    return {
      [importing](/** @type {{ value?: unknown }} */ node) {
        if (typeof node.value !== 'string') return;
        const file = fileOf(node.value, from);
        const message = file === undefined ? whyNotPackage(from, node.value) : whyNotFile(from, file);
        if (message) context.report({ node: /** @type {import('eslint').Rule.Node} */ (node), message });
      },
    };
  },
};
