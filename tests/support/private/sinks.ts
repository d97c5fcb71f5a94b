import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Mark } from './mark.ts';

/** A place that more people or programs can look into than those who may see a diary. */
export type SinkName =
  | 'log'
  | 'metric'
  | 'dead letter'
  | 'mail'
  | 'local console'
  | 'alarm'
  | 'trace'
  | 'url'
  | 'problem'
  | 'export name';
export interface Line {
  readonly sink: SinkName;
  /** A file, a mail, a request: where to look. */
  readonly where: string;
  readonly text: string;
}

const files = (directory: string, pattern: string): readonly string[] =>
  globSync(pattern, { cwd: directory }).map((name) => join(directory, name));

/** What the functions and the gateway wrote: metrics are lines of the same logs, with `_aws` in them. */
const logLines = (data: string): readonly Line[] =>
  files(data, 'logs/*').flatMap((where) =>
    readFileSync(where, 'utf8')
      .split('\n')
      .map((text) => ({
        sink: text.includes('"_aws"') ? ('metric' as const) : ('log' as const),
        where,
        text,
      })),
  );

const mailSchema = z.looseObject({
  from: z.string(),
  subject: z.string(),
  text: z.string().default(''),
  html: z.string().default(''),
  headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
});

/** A mail knows whom it goes to, and nothing else. */
const mailLines = (data: string): readonly Line[] =>
  files(data, 'mails/*.json').map((where) => {
    const { from, subject, text, html, headers } = mailSchema.parse(JSON.parse(readFileSync(where, 'utf8')));
    const others = headers.filter(({ name }) => !/^(?:to|cc|bcc)$/i.test(name)).map(({ value }) => value);
    return { sink: 'mail', where, text: [from, subject, text, html, ...others].join('\n') };
  });

const deadLetters = (data: string): readonly Line[] =>
  files(data, 'queues/*.jsonl').map((where) => ({
    sink: 'dead letter',
    where,
    text: readFileSync(where, 'utf8'),
  }));

/** Alarms and traces are what the templates make of them. */
const templateLines = (assembly: string): readonly Line[] =>
  files(assembly, '*.template.json').flatMap((where) => {
    const { Resources } = z
      .object({ Resources: z.record(z.string(), z.looseObject({ Type: z.string() })) })
      .parse(JSON.parse(readFileSync(where, 'utf8')));
    const all = Object.values(Resources).map((one) => ({ type: one.Type, text: JSON.stringify(one) }));
    return [
      ...all
        .filter(({ type }) => type === 'AWS::CloudWatch::Alarm')
        .map(({ text }) => ({ sink: 'alarm' as const, where, text })),
      ...all
        .filter(({ text }) => text.includes('TracingConfig'))
        .map(({ text }) => ({ sink: 'trace' as const, where, text })),
    ];
  });

/** The pages of the local console, with what a stranger at this machine could ask it. */
export const consoleLines = async (diary: string): Promise<readonly Line[]> =>
  Promise.all(
    ['/__local/', '/__local/status', '/__local/codes'].map(async (where) => ({
      sink: 'local console' as const,
      where,
      text: await (await fetch(`${diary}${where}`)).text(),
    })),
  );

/** Everything that a run has left in its sinks so far. */
export const keptLines = (run: { readonly data: string; readonly assembly: string }): readonly Line[] => {
  if (!existsSync(join(run.data, 'logs'))) throw new Error(`There are no logs in ${run.data}`);
  return [
    ...logLines(run.data),
    ...mailLines(run.data),
    ...deadLetters(run.data),
    ...templateLines(run.assembly),
  ];
};

/** As it may be written: as it is, in a URL, in JSON, or as base64 of any alignment would start. */
const writings = (value: string): readonly string[] => [
  value,
  encodeURIComponent(value),
  encodeURIComponent(value).replaceAll('%20', '+'),
  JSON.stringify(value).slice(1, -1),
  Buffer.from(value).toString('base64url'),
];

/** The marks that stand in a line, each once. */
export const leaksIn = (lines: readonly Line[], marks: readonly Mark[]): readonly string[] => {
  const found = lines.flatMap(({ sink, where, text }) => {
    const folded = text.toLowerCase();
    return marks
      .filter(({ value }) => writings(value).some((one) => folded.includes(one.toLowerCase())))
      .map(({ field }) => `${sink}: ${field} in ${where}`);
  });
  return [...new Set(found)];
};
