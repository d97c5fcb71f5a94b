import { describe, expect, it } from 'vitest';
import { lintSnippet } from './lint-snippet.ts';

const rule = 'shared/domain/rule.ts';
const useCase = 'shared/usecases/record.ts';
const test = 'tests/unit/rule.test.ts';

const refused: [why: string, rule: string, path: string, code: string][] = [
  ['a rule that reads the clock', 'no-restricted-syntax', rule, 'export const now = new Date();'],
  ['a rule that reads the clock as a number', 'no-restricted-syntax', rule, 'export const now = Date.now();'],
  [
    'a use case that reads the clock',
    'no-restricted-syntax',
    useCase,
    'export const now = Temporal.Now.instant();',
  ],
  [
    'the named zod import',
    'no-restricted-syntax',
    useCase,
    "import { z } from 'zod';\nexport const text = z.string();",
  ],
  ['a mock of our own module by alias', 'no-restricted-syntax', test, "vi.mock('#domain/plan.ts');"],
  [
    'a mock of our own module by path',
    'no-restricted-syntax',
    test,
    "vi.mock('../../shared/domain/plan.ts');",
  ],
  [
    'a mock of our own module by import',
    'no-restricted-syntax',
    test,
    "vi.doMock(import('../domain/plan.ts'));",
  ],
  ['a test that runs alone', 'no-restricted-syntax', test, "it.only('works', () => undefined);"],
  ['inheritance', 'no-restricted-syntax', rule, 'class A {}\nexport class B extends A {}'],
  ['a promise to do it later', 'no-warning-comments', rule, '// TODO: later\nexport const a = 1;'],
  ['an error swallowed', 'no-empty', rule, 'try { go(); } catch {}'],
  ['any', '@typescript-eslint/no-explicit-any', rule, 'export const a: any = 1;'],
  [
    'an ignored type error',
    '@typescript-eslint/ban-ts-comment',
    rule,
    '// @ts-ignore\nexport const a: number = "x";',
  ],
  ['words on the console of a function', 'no-console', 'functions/api/diary.ts', "console.log('x');"],
  ['a file over 200 lines', 'max-lines', rule, 'void 0;\n'.repeat(201)],
  [
    'a function over 60 lines',
    'max-lines-per-function',
    rule,
    `export const a = () => {\n${'void 0;\n'.repeat(61)}};`,
  ],
];

describe('lint', () => {
  it.each(refused)('refuses %s', async (_, name, path, code) => {
    expect((await lintSnippet(path, `${code}\n`)).join('\n')).toContain(`${name}: `);
  });

  it('cannot be switched off from inside a file', async () => {
    const code = '/* eslint-disable */\nexport const now = Date.now(); // eslint-disable-line\n';
    expect((await lintSnippet(rule, code)).join('\n')).toContain('no-restricted-syntax');
  });

  it('accepts a plain rule', async () => {
    expect(await lintSnippet(rule, 'export const twice = (count: number): number => 2 * count;\n')).toEqual(
      [],
    );
  });
});
