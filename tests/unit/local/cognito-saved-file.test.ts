import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { openSavedFile } from '../../../infra/local/saved-file.ts';

const schema = z.object({ count: z.number() });
const empty = () => ({ count: 0 });

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'saved-'));
  file = path.join(folder, 'inner', 'state.json');
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

it('keeps a value from one opening to the next, readable by its owner only', async () => {
  const saved = await openSavedFile(file, schema, empty);
  saved.value.count = 7;
  await saved.save();
  expect((await openSavedFile(file, schema, empty)).value).toEqual({ count: 7 });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('has what was there when a save was asked for on disk when that save is done', async () => {
  const saved = await openSavedFile(file, schema, empty);
  const seen = await Promise.all(
    Array.from({ length: 50 }, async (_, n) => {
      saved.value.count = n + 1;
      await saved.save();
      return schema.parse(JSON.parse(await readFile(file, 'utf8'))).count >= n + 1;
    }),
  );
  expect(seen).not.toContain(false);
  expect(await readdir(path.dirname(file))).toEqual(['state.json']);
});

it('writes nothing when nothing changed', async () => {
  const saved = await openSavedFile(file, schema, empty);
  await saved.save();
  const before = (await stat(file)).ino;
  await saved.save();
  expect((await stat(file)).ino).toBe(before);
});

it('says what to do with a file it cannot read', async () => {
  const saved = await openSavedFile(file, schema, empty);
  await saved.save();
  await writeFile(file, '{"count":"seven"}');
  await expect(openSavedFile(file, schema, empty)).rejects.toThrow('--fresh');
});
