import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importDirection } from './rules/import-direction.mjs';
import { lateWords } from './rules/late-words.mjs';

const ambientTime = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The clock is passed in: rules and use cases must give the same answer for the same "now".',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The clock is passed in: rules and use cases must give the same answer for the same "now".',
  },
  {
    selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
    message: 'The clock is passed in: rules and use cases must give the same answer for the same "now".',
  },
];

const everywhere = [
  {
    selector: "ImportDeclaration[source.value='zod'][importKind!='type'] > ImportSpecifier",
    message: "Write import * as z from 'zod': the named import drags every locale into the bundle.",
  },
  {
    selector:
      'ClassDeclaration[superClass] > :not(Identifier[name=/^(Construct|Stack|Stage|Error|Component)$/]).superClass',
    message: 'Compose instead of inheriting.',
  },
];

const inTests = [
  {
    selector:
      "CallExpression[callee.object.name='vi'][callee.property.name=/mock$/i] > Literal[value=/^[.#]/]",
    message: 'Our own modules are not mocked: use the embedded engine.',
  },
  {
    selector: "CallExpression[callee.object.name='vi'][callee.property.name=/mock$/i] > ImportExpression",
    message: 'Our own modules are not mocked: use the embedded engine.',
  },
  {
    selector: "MemberExpression[object.name=/^(it|test|describe)$/][property.name='only']",
    message: 'All tests run.',
  },
];

/**
 * @param {{ selector: string, message: string }[][]} restrictions
 * @returns {Partial<import('eslint').Linter.RulesRecord>}
 */
const syntax = (...restrictions) => ({ 'no-restricted-syntax': ['error', ...restrictions.flat()] });

export default defineConfig(
  globalIgnores(['node_modules', 'cdk.out', 'web/dist', 'coverage', '.local']),
  {
    linterOptions: { noInlineConfig: true },
    plugins: { haemdiary: { rules: { 'import-direction': importDirection, 'late-words': lateWords } } },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // There are no enums (`erasableSyntaxOnly`), and looking for them takes half of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    rules: {
      'haemdiary/import-direction': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-empty': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'no-var': 'error',
      'prefer-const': 'error',
      ...syntax(everywhere),
    },
  },
  { files: ['shared/{domain,usecases}/**/*.ts'], rules: syntax(everywhere, ambientTime) },
  // What a function logs comes from the closed catalogue, so that no personal data can slip out.
  { files: ['shared/**/*.ts', 'functions/**/*.ts'], rules: { 'no-console': 'error' } },
  // The staff's pages speak English only; those of patients and carers are read in the person's language.
  {
    files: ['web/{diary,shared}/**/*.{ts,tsx}'],
    ignores: ['web/shared/staff/**'],
    rules: { 'haemdiary/late-words': 'error' },
  },
  // Markup is long without being complicated.
  {
    files: ['web/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off', ...syntax(everywhere, inTests) },
  },
);
