import { describe, expect, it } from 'vitest';
import { lintSnippet } from './lint-snippet.ts';

const refused: [from: string, imported: string][] = [
  ['shared/domain/rule.ts', '#contracts/entries.ts'],
  ['shared/domain/rule.ts', '../contracts/entries.ts'],
  ['shared/domain/rule.ts', '../usecases/record-treatment.ts'],
  ['shared/domain/rule.ts', 'zod'],
  ['shared/domain/rule.ts', 'node:fs'],
  ['shared/domain/rule.ts', '@aws-sdk/client-dynamodb'],
  ['shared/contracts/entries.ts', '#usecases/record-treatment.ts'],
  ['shared/contracts/entries.ts', '../table/table.ts'],
  ['shared/table/table.ts', '#usecases/ports/store.ts'],
  ['shared/table/table.ts', '#adapters/dynamo-store.ts'],
  ['shared/messages/reminder.ts', '#usecases/record-treatment.ts'],
  ['shared/usecases/record-treatment.ts', '#adapters/dynamo-store.ts'],
  ['shared/usecases/record-treatment.ts', '../adapters/dynamo-store.ts'],
  ['shared/usecases/record-treatment.ts', '../../functions/container.ts'],
  ['shared/usecases/record-treatment.ts', '@aws-sdk/lib-dynamodb'],
  ['shared/adapters/dynamo-store.ts', '../../functions/container.ts'],
  ['functions/api/diary.ts', '#adapters/dynamo-store.ts'],
  ['functions/api/diary.ts', '../../shared/adapters/dynamo-store.ts'],
  ['functions/container.ts', '@aws-sdk/client-dynamodb'],
  ['functions/jobs/overdue-sweep.ts', '@aws-sdk/client-dynamodb'],
  ['functions/jobs/overdue-sweep.ts', '../../infra/settings.ts'],
  ['infra/stacks/api.ts', '#contracts/entries.ts'],
  ['infra/stacks/api.ts', '#usecases/record-treatment.ts'],
  ['infra/stacks/api.ts', '../../shared/domain/plan.ts'],
  ['infra/stacks/api.ts', '../local/main.ts'],
  ['infra/local/main.ts', '#usecases/record-treatment.ts'],
  ['web/diary/main.tsx', '#usecases/record-treatment.ts'],
  ['web/diary/main.tsx', '../../shared/table/table.ts'],
  ['web/diary/main.tsx', '@aws-sdk/client-dynamodb'],
  ['web/diary/main.tsx', 'node:fs'],
  ['tests/unit/rule.test.ts', '@aws-sdk/client-dynamodb'],
];

const allowed: [from: string, imported: string][] = [
  ['shared/domain/rule.ts', './plan.ts'],
  ['shared/domain/rule.ts', 'temporal-polyfill'],
  ['shared/contracts/entries.ts', '#domain/vocabulary.ts'],
  ['shared/usecases/record-treatment.ts', '#contracts/entries.ts'],
  ['shared/adapters/dynamo-store.ts', '@aws-sdk/client-dynamodb'],
  ['functions/container.ts', '#adapters/dynamo-store.ts'],
  ['functions/api/diary.ts', '../container.ts'],
  ['infra/stacks/api.ts', '#contracts/routes.ts'],
  ['infra/stacks/data.ts', '#table/table.ts'],
  ['web/diary/main.tsx', '#contracts/routes.ts'],
  ['tests/support/table.ts', '@aws-sdk/client-dynamodb'],
];

const direction = async (from: string, code: string) =>
  (await lintSnippet(from, code)).filter((line) => line.startsWith('haemdiary/import-direction'));

describe('the direction of imports', () => {
  it.each(refused)('refuses %s to import %s', async (from, imported) => {
    expect(await direction(from, `import * as it from '${imported}';\nvoid it;\n`)).toHaveLength(1);
  });

  it.each(allowed)('lets %s import %s', async (from, imported) => {
    expect(await direction(from, `import * as it from '${imported}';\nvoid it;\n`)).toEqual([]);
  });

  it.each([
    "export * from '../usecases/record-treatment.ts';",
    "export { record } from '../usecases/record-treatment.ts';",
    "import type { Store } from '../usecases/record-treatment.ts';",
    "void import('../usecases/record-treatment.ts');",
    "export type Store = import('../usecases/record-treatment.ts').Store;",
  ])('sees every way of importing: %s', async (code) => {
    expect(await direction('shared/domain/rule.ts', code)).toHaveLength(1);
  });
});
