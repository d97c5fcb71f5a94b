import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { route } from '#contracts/route.ts';
import { routes } from '#contracts/routes.ts';
import { tableDefinition } from '#table/table.ts';
import { entities } from '#table/entities/all.ts';
import { dataModel } from '../../../infra/checks/data-model.ts';
import { driftOf } from '../../../infra/checks/drift.ts';
import { openApi } from '../../../infra/checks/openapi.ts';

const example = (body: z.ZodObject) =>
  route('put-thing', 'PUT /v1/things/{id}', {
    audience: 'centre',
    groups: ['nurse'],
    does: 'Keeps a thing.',
    params: z.object({ id: z.string() }),
    body,
    response: 'nothing',
    ifMatch: true,
  });
const pageOf = async (body: z.ZodObject) => JSON.stringify(await openApi([example(body)], '1.0.0'), null, 2);

describe('the generated pages', () => {
  it('describe every route in valid OpenAPI 3.1', async () => {
    const document = await openApi(routes, '1.0.0');
    const operations = z
      .record(z.string(), z.record(z.string(), z.object({ operationId: z.string() })))
      .parse(document['paths']);
    const named = Object.values(operations).flatMap((methods) =>
      Object.values(methods).map((each) => each.operationId),
    );
    expect(named.sort()).toEqual(routes.map(({ name }) => name).sort());
    expect(await new Validator().validate(structuredClone(document))).toMatchObject({ valid: true });
  });

  it('are out of date when a field of a route is added', async () => {
    const [before, after] = [
      await pageOf(z.strictObject({ name: z.string() })),
      await pageOf(z.strictObject({ name: z.string(), size: z.int() })),
    ];
    expect(driftOf(before, before)).toBeUndefined();
    expect(driftOf(before, after)).toMatch(/^line \d+ is /);
  });

  it('are out of date when their end is missing', () => {
    expect(driftOf('one\ntwo\n', 'one\n')).toMatch(/^line/);
    expect(driftOf('', 'one\n')).toMatch(/^line 1/);
  });

  it('show every item of the table and what every index holds', () => {
    const page = dataModel();
    for (const { type } of entities) expect(page).toContain(`### ${type}\n`);
    for (const index of [
      ...Object.keys(tableDefinition.globalIndexes),
      ...Object.keys(tableDefinition.localIndexes),
    ]) {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${index}\``));
      expect(row?.split('|')[3]?.trim(), `what ${index} holds`).not.toBe('');
    }
  });
});
