import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { routes } from '#contracts/routes.ts';
import { patientBody } from '../../support/examples/bodies.ts';
import { markBody } from '../../support/private/mark.ts';
import { consoleLines, keptLines, leaksIn, type Line } from '../../support/private/sinks.ts';

const MARK = { field: 'a name', value: 'Zq00001 Marked' };

/** A run in which one file of one sink holds `text`; everything else is as it should be. */
const runWith = (file: string, text: string) => {
  const data = mkdtempSync(join(tmpdir(), 'haemdiary-sinks-'));
  const assembly = mkdtempSync(join(tmpdir(), 'haemdiary-sinks-'));
  mkdirSync(join(data, 'logs'));
  const path = join(file.endsWith('.template.json') ? assembly : data, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return { data, assembly };
};
const mail = (more: object) =>
  JSON.stringify({ from: 'noreply@example.org', subject: 'A reminder', text: 'Please sign in', ...more });
const template = (resource: object) => JSON.stringify({ Resources: { One: resource } });

describe('a planted leak is found in', () => {
  it.each([
    ['log', 'logs/diary.log', `{"message":"request broke","error":"${MARK.value}"}`],
    ['log', 'logs/http-api-access.log', `{"routeKey":"GET /v1/me","path":"/v1/zq00001%20marked"}`],
    ['metric', 'logs/outbox.log', `{"_aws":{},"who":"${MARK.value}"}`],
    ['dead letter', 'queues/failed.jsonl', JSON.stringify({ body: JSON.stringify({ to: MARK.value }) })],
    ['mail', 'mails/a.json', mail({ subject: `About ${MARK.value}` })],
    ['mail', 'mails/a.json', mail({ html: `<p>${MARK.value}</p>` })],
    ['mail', 'mails/a.json', mail({ headers: [{ name: 'Reply-To', value: MARK.value }] })],
    ['alarm', 'A.template.json', template({ Type: 'AWS::CloudWatch::Alarm', Text: MARK.value })],
    ['trace', 'A.template.json', template({ Type: 'AWS::Lambda::Function', TracingConfig: MARK.value })],
  ])('a %s: %s', (sink, file, text) => {
    const found = leaksIn(keptLines(runWith(file, text)), [MARK]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${sink}: a name in `, 'u'));
  });

  it.each(['url', 'problem', 'export name'] as const)('a %s', (sink) => {
    const lines: Line[] = [{ sink, where: 'get-month', text: `x=${encodeURIComponent(MARK.value)}` }];
    expect(leaksIn(lines, [MARK])).toEqual([`${sink}: a name in get-month`]);
  });

  it('a page of the local console', async () => {
    const server = createServer((request, response) => {
      response.end(request.url === '/__local/status' ? JSON.stringify({ name: MARK.value }) : 'fine');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = z.object({ port: z.number() }).parse(server.address());
    const lines = await consoleLines(`http://127.0.0.1:${String(address.port)}`);
    server.close();
    expect(leaksIn(lines, [MARK])).toEqual(['local console: a name in /__local/status']);
  });
});

describe('what is not a leak', () => {
  it('is the address that a mail goes to', () => {
    const to = { name: 'To', value: 'marked-00001@example.org' };
    const lines = keptLines(runWith('mails/a.json', mail({ headers: [to] })));
    expect(leaksIn(lines, [{ field: 'an address', value: to.value }])).toEqual([]);
  });

  it('is never a run that left no logs: looking in the wrong place must not pass', () => {
    expect(() => keptLines({ data: tmpdir(), assembly: tmpdir() })).toThrow(/no logs/u);
  });
});

describe('a marked body', () => {
  it('has a mark in every field that takes a person’s words, and still is a body of its route', () => {
    const route = routes.find(({ name }) => name === 'put-patient');
    const about = { act: 'an-act' };
    const given = patientBody({ ...about, ...blank });
    const { body, marks } = markBody('put-patient', route?.body ?? z.never(), given);
    expect(route?.body?.safeParse(body).success).toBe(true);
    expect(marks.map(({ field }) => field.slice('put-patient /'.length)).sort()).toEqual([
      'address',
      'birthDate',
      'centreNumber',
      'email',
      'familyName',
      'givenName',
      'healthServiceNumber',
      'phone',
      'registryNumber',
    ]);
  });
});

const blank = {
  centre: 'c',
  patient: 'p',
  account: 'a',
  colleague: 'b',
  entry: 'e',
  version: 1,
  fresh: 'f',
  today: '2026-11-22',
  statement: 1,
};
