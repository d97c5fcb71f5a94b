import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { hostileIds, hostileTexts, kinOf } from './hostile.ts';
import { textOf, treeOf } from './json-tree.ts';
import { mutated, mutations, type Mutation } from './mutation.ts';
import type { Operation, Schema } from './openapi-document.ts';
import type { Sent } from './send.ts';

/** Escapes that have led servers to other files, hosts and routes; sent as they stand. */
const RAW_SEGMENTS = [
  '..%2f',
  '%2e%2e%2f%2e%2e',
  '..',
  '%00',
  '%',
  '%zz',
  '%c0%ae',
  '%ED%A0%80',
  '..;',
  '%23',
  '%2f',
  'a%0d%0aset-cookie:x',
];
const METHODS = ['PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND', 'GET', 'POST', 'PUT'];
const TYPES = [
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json, text/html',
  'APPLICATION/JSON',
  '',
];
const HEADERS: readonly (readonly [string, string])[] = [
  ['if-match', '"1"'],
  ['if-match', '"0"'],
  ['if-match', '*'],
  ['if-match', '"1", "2"'],
  ['if-match', '"99999999999999999999"'],
  ['if-match', `"${'1'.repeat(4000)}"`],
  ['x-long', 'x'.repeat(7000)],
  ['x-long', 'x'.repeat(12_000)],
  ['content-encoding', 'gzip'],
  ['x-http-method-override', 'DELETE'],
  ['authorization', 'Bearer a.b.c'],
  ['authorization', `Bearer ${'e'.repeat(5000)}`],
  ['authorization', 'Basic Og=='],
  ['cookie', `__Host-haemdiary-diary=${'x'.repeat(3000)}`],
  ['cookie', '__Host-haemdiary-diary=..%2f; __Host-haemdiary-diary="'],
  ['x-viewer-ip', '<script>'],
  ['accept', 'text/html'],
  ['host', 'example.org'],
];

/** Twenty megabytes of spaces, were anybody to unpack it. */
const BOMB = gzipSync(Buffer.alloc(20_000_000, 0x20));

const WRITTEN = [
  'cut',
  'bom',
  'megabyte',
  'deep',
  'gzip',
  'latin1',
  'nan',
  'utf16',
  'none',
  'nothing',
  'two',
] as const;
type Written = (typeof WRITTEN)[number] | 'json';

const bytesOf = (text: string, written: Written): Buffer | undefined => {
  switch (written) {
    case 'json':
      return Buffer.from(text);
    case 'cut':
      return Buffer.from(text.slice(0, -2));
    case 'bom':
      return Buffer.from(`\u{FEFF}${text}`);
    case 'megabyte':
      return Buffer.from(`${text.slice(0, 1)}"x":"${'x'.repeat(1_000_000)}",${text.slice(1)}`);
    case 'deep':
      return Buffer.from(`${'[{"a":'.repeat(10_000)}1${'}]'.repeat(10_000)}`);
    case 'gzip':
      return BOMB;
    case 'latin1':
      return Buffer.from('{"name":"Größe"}', 'latin1');
    case 'nan':
      return Buffer.from('{"pain":NaN,"amount":Infinity}');
    case 'utf16':
      return Buffer.from(text, 'utf16le');
    case 'none':
      return undefined;
    case 'nothing':
      return Buffer.alloc(0);
    case 'two':
      return Buffer.from(`${text}${text}`);
  }
};

/** Everything that is made up about a request; who sends it and what it is about is added by the run. */
export interface Draft {
  /** Which of the callers; a small number is one whom the route is for. */
  readonly caller: number;
  /** Accepted but for its texts, with one thing wrong, or whatever comes. */
  readonly kind: 'laden' | 'one' | 'wild';
  /** Which of the runs of the same kind, and of how many. */
  readonly turn: number;
  readonly turns: number;
  /** Whether the body is of the document's schema or of the route's example. */
  readonly fromSchema: boolean;
  readonly body: unknown;
  readonly query: Readonly<Record<string, unknown>>;
  readonly mutations: readonly Mutation[];
  readonly written: Written;
  readonly type: string;
  readonly segment: { readonly at: number; readonly text: string } | undefined;
  readonly asked: { readonly name: string; readonly text: string } | undefined;
  readonly header: readonly [string, string] | undefined;
  readonly method: string | undefined;
  readonly fresh: string;
  readonly act: string;
}

/** What the seed decides of a draft; its kind follows from its place among the runs. */
export type Made = Omit<Draft, 'kind' | 'turn' | 'turns'>;

/** One time in so many. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>, times = 10): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** Segments as they go into a path: most encoded, some not. */
const segment = fc.record({
  at: fc.nat(5),
  text: fc.oneof(fc.constantFrom(...RAW_SEGMENTS), fc.constantFrom(...hostileIds).map(encoded)),
});

/** Percent-encoded; half a surrogate pair as the bytes that some clients send for it. */
export function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\u{FFFD}'));
}

/** Drafts of requests to an operation. */
export const draftOf = (
  { parameters, body }: Operation,
  of: (schema: Schema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<Made> => {
  const queries = Object.fromEntries(
    parameters.filter((one) => one.in === 'query').map((one) => [one.name, of(one.schema)]),
  );
  return fc.record({
    caller: fc.nat(99),
    fromSchema: fc.boolean(),
    body: body === undefined ? fc.constant(undefined) : of(body),
    query: fc.record(queries, { requiredKeys: [] }),
    mutations,
    written: fc.oneof({ weight: 12, arbitrary: fc.constant('json' as const) }, fc.constantFrom(...WRITTEN)),
    type: fc.oneof({ weight: 20, arbitrary: fc.constant('application/json') }, fc.constantFrom(...TYPES)),
    segment: seldom(segment),
    asked: seldom(
      fc.record({
        name: fc.constantFrom(
          ...Object.keys(queries),
          'limit',
          'cursor',
          '__proto__',
          'constructor',
          '',
          'a[]',
        ),
        text: fc.constantFrom(...hostileTexts, ...kinOf('2026-11-22')),
      }),
    ),
    header: seldom(fc.constantFrom(...HEADERS)),
    method: seldom(fc.constantFrom(...METHODS), 20),
    fresh: fc.uuid({ version: 7 }),
    act: fc.uuid({ version: 7 }),
  });
};

/** The parts of a valid request that a draft is laid over. */
export interface Basis {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly ifMatch: number | undefined;
  readonly body: unknown;
}

const targetOf = (basis: Basis, draft: Draft): string => {
  const segments = basis.path.split('/');
  const { segment: other, asked } = draft;
  if (other !== undefined) segments[2 + (other.at % Math.max(1, segments.length - 2))] = other.text;
  const given = draft.fromSchema ? draft.query : basis.query;
  const query = [
    ...Object.entries(given).map(([name, value]): [string, string] => [name, String(value)]),
    ...(asked === undefined ? [] : [[asked.name, asked.text] as const]),
  ].map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  return `${segments.join('/')}${query.length === 0 ? '' : `?${query.join('&')}`}`;
};

/** The request that a draft makes of a valid one. */
export const requestFrom = (basis: Basis, draft: Draft, base: Readonly<Record<string, string>>): Sent => {
  const value = draft.fromSchema ? draft.body : basis.body;
  const text = value === undefined ? '' : textOf(mutated(treeOf(value), draft.mutations));
  const body = value === undefined && draft.written === 'json' ? undefined : bytesOf(text, draft.written);
  const headers: Record<string, string> = { ...base };
  if (body !== undefined) {
    headers['content-type'] = draft.type;
    headers['content-length'] = String(body.length);
  }
  if (draft.written === 'gzip') headers['content-encoding'] = 'gzip';
  if (basis.ifMatch !== undefined) headers['if-match'] = `"${String(basis.ifMatch)}"`;
  if (draft.header !== undefined) headers[draft.header[0]] = draft.header[1];
  return { method: draft.method ?? basis.method, target: targetOf(basis, draft), headers, body };
};
