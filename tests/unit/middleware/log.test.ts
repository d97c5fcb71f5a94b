import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { log } from '../../../functions/middleware/log.ts';
import { logged } from '../../../functions/middleware/log-fields.ts';
import { withoutDetails } from '../../../functions/middleware/without-details.ts';

const TYPED = 'Robin Example, born 2014-03-09';
let written: string[] = [];

beforeEach(() => {
  written = [];
  const note = (text: unknown): true => written.push(String(text)) > 0 || true;
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation(note);
  for (const level of ['info', 'error', 'log'] as const) vi.spyOn(console, level).mockImplementation(note);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a field of the log', () => {
  it.each([
    ['count', 12],
    ['request-id', 'a4a4f6e0-3f9c-4d55-9c1d-02d1a7a4d001'],
    ['request-id', 'JKJaXmPLvHcESHA='],
    ['route-key', 'PUT /v1/diaries/{c}/{p}/treatments/{id}'],
    ['route-key', 'GET /v1/me'],
    ['error-name', 'ConditionalCheckFailedException'],
    ['error-name', 'Error'],
    ['error-name', 'string'],
    ['stack-frames', ['at handler (file:///var/task/index.mjs:12:3)', 'at async run (/var/task/a.ts:1:20)']],
    ['parse-issues', ['identity.birthDate: invalid_type', ': custom']],
    [['sent', 'failed'], 'sent'],
  ] as const)('of the form %j holds %j', (field, value) => {
    expect(logged(field, value)).toEqual(value);
  });

  it.each([
    ['count', '12'],
    ['count', Number.NaN],
    ['request-id', TYPED],
    ['route-key', 'PUT /v1/diaries/larkfield/robin example/treatments/x'],
    ['route-key', TYPED],
    ['error-name', TYPED],
    ['error-name', 'Robin'],
    ['stack-frames', [`at the kitchen table: ${TYPED}`]],
    ['stack-frames', TYPED],
    ['parse-issues', [TYPED]],
    [['sent', 'failed'], TYPED],
  ] as const)('of the form %j never holds %j', (field, value) => {
    expect(logged(field, value)).toBe('[withheld]');
  });
});

describe('the log', () => {
  it('leaves out what the catalogue does not name, even where the compiler was got round', () => {
    const fields: { correlationId: string } = { correlationId: 'request-1' };
    log.error('request came round the edge', Object.assign(fields, { name: TYPED }));
    expect(written.join('')).toContain('request-1');
    expect(written.join('')).not.toContain('Robin');
  });
});

describe('a function that nobody’s request started', () => {
  it('goes on failing, and says only what kind of fault it was', async () => {
    const broken = withoutDetails(() => Promise.reject(new TypeError(`${TYPED}\nat the door:1:1 ${TYPED}`)));
    await expect(broken()).rejects.toThrow(/^TypeError$/);
    expect(written.join('')).toContain('function broke');
    expect(written.join('')).not.toContain('Robin');
  });

  it('answers as it would without', async () => {
    expect(await withoutDetails((one: number) => Promise.resolve(one + 1))(2)).toBe(3);
  });
});
