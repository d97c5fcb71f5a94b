import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { strFromU8, unzipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { exportJob } from '#contracts/centre.ts';
import { addDays } from '#domain/calendar-day.ts';
import { ask, signEveryoneIn, type FuzzCaller } from './callers.ts';
import type { FuzzedRun } from './start-fuzzed.ts';

const parses = (line: string): boolean => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
};

const LEVEL = z.looseObject({ level: z.string().optional(), message: z.string().optional() });

/** Lines of the functions' and the API's logs that are not one JSON object each, or that tell of an error. */
export const brokenLogLines = (dataDirectory: string): string[] => {
  const folder = join(dataDirectory, 'logs');
  return readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .filter((line) => !parses(line) || LEVEL.parse(JSON.parse(line)).level === 'ERROR')
      .map((line) => `${file}: ${line.slice(0, 600)}`),
  );
};

/** How many sheets a workbook has. */
const SHEETS = { diary: 7, centre: 4 };

/** Formulas and links in a workbook, or that another library can't open it. */
const workbookFaults = async (bytes: Buffer, of: keyof typeof SHEETS): Promise<string[]> => {
  const sheets = await readExcel(bytes);
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/'));
  const formulas = parts.filter(([, part]) => /<f[ >]|<hyperlink/.test(strFromU8(part)));
  return [
    ...(sheets.length === SHEETS[of] ? [] : [`${String(sheets.length)} sheets`]),
    ...formulas.map(([name]) => `${name} has a formula or a link`),
  ];
};

const download = async (address: string, token?: string): Promise<Buffer> => {
  const answer = await fetch(
    address,
    token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
  );
  if (!answer.ok) throw new Error(`A download answers ${String(answer.status)}`);
  return Buffer.from(await answer.arrayBuffer());
};

const tokenFor = (callers: readonly FuzzCaller[], wanted: string): string => {
  const token = callers.find(({ name }) => name === wanted)?.token;
  if (token === undefined) throw new Error(`${wanted} is not signed in`);
  return token;
};

/** The centre's own export, through the outbox and the bucket. */
const centreExport = async ({ system: { addresses, today } }: FuzzedRun, token: string): Promise<Buffer> => {
  const path = `/v1/centre/exports/${randomUUID()}`;
  const body = { mutationId: randomUUID(), from: addDays(today, -300), to: today };
  await ask(addresses, 'centre', `PUT ${path}`, { token, body });
  for (let tried = 0; tried < 120; tried += 1) {
    const { state, link } = exportJob.parse(await ask(addresses, 'centre', `GET ${path}`, { token }));
    if (link !== undefined) return download(link);
    if (state === 'failed') throw new Error('The export failed');
    await wait(250);
  }
  throw new Error('The export was never ready');
};

const READS: readonly (readonly ['diary' | 'centre' | 'registry', string])[] = [
  ['centre', 'GET /v1/centre'],
  ['centre', 'GET /v1/centre/staff'],
  ['centre', 'GET /v1/centre/worklist'],
  ['centre', 'GET /v1/centre/exports'],
  ['registry', 'GET /v1/registry/centres'],
];
const READER = { diary: 'mara', centre: 'larkfield.manager', registry: 'registry.manager' };

/**
 * What was kept is read by everything that reads it: every list, every diary, both kinds of export, the sweep and the
 * mail. Whatever of it can't be read any more throws.
 *
 * @returns what is wrong with what came out
 */
export const lookAtAftermath = async (run: FuzzedRun): Promise<string[]> => {
  const { system, local } = run;
  const { addresses, today } = system;
  const callers = await signEveryoneIn(
    addresses,
    system.accounts.filter(({ username }) => username !== 'larkfield.physio'),
  );
  for (const [site, request] of READS)
    await ask(addresses, site, request, { token: tokenFor(callers, READER[site]) });
  const found: string[] = [];
  const manager = tokenFor(callers, READER.centre);
  for (const { diary } of callers) {
    if (diary === undefined) continue;
    // As staff: the person's own link may have been ended by one of the requests.
    const at = `/v1/centre/patients/${diary.patient}`;
    await ask(addresses, 'centre', `GET ${at}`, { token: manager });
    for (const month of [today.slice(0, 7), '1900-01', '2099-12'])
      await ask(addresses, 'centre', `GET ${at}/month?month=${month}`, { token: manager });
    const file = `${addresses['centre'] ?? ''}${at}/export?from=${addDays(today, -300)}&to=${today}`;
    found.push(...(await workbookFaults(await download(file, manager), 'diary')));
  }
  found.push(...(await workbookFaults(await centreExport(run, manager), 'centre')));
  const swept = await local.runSchedule('overdue-sweep', Temporal.Now.instant());
  if (swept?.ok !== true) found.push(`the sweep ended with ${JSON.stringify(swept)}`);
  for (const { to, cc, bcc, subject } of local.mail.mails())
    if (to.length !== 1 || cc.length + bcc.length > 0 || /[\r\n]/.test(subject))
      found.push(`a mail to ${to.join()}`);
  return found;
};
