import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type * as z from 'zod';

/** A value kept in one JSON file. */
export interface SavedFile<T> {
  value: T;
  /** Resolves when what `value` holds now is on disk. Writes nothing when nothing changed. */
  save: () => Promise<void>;
}

async function readOr<T>(file: string, schema: z.ZodType<T>, empty: () => T): Promise<T> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return empty();
    throw error;
  }
  const parsed = schema.safeParse(JSON.parse(text));
  if (!parsed.success) {
    throw new Error(`${file} was written by another version and cannot be read; start again with --fresh`);
  }
  return parsed.data;
}

/**
 * Opens a JSON file of the local run, or starts one. Each save writes a new file and renames it over the old, so a
 * machine that stops half way leaves the state before or after, never a torn one. Saves asked for while one is
 * being written share the next.
 */
export async function openSavedFile<T>(
  file: string,
  schema: z.ZodType<T>,
  empty: () => T,
): Promise<SavedFile<T>> {
  await mkdir(path.dirname(file), { recursive: true });
  const value = await readOr(file, schema, empty);
  let written = '';
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  const write = async (): Promise<void> => {
    next = undefined;
    const text = JSON.stringify(value);
    if (text === written) return;
    const temporary = `${file}.writing`;
    await writeFile(temporary, text, { mode: 0o600 });
    await rename(temporary, file);
    written = text;
  };

  const save = (): Promise<void> => {
    next ??= running = running.catch(() => undefined).then(write);
    return next;
  };
  return { value, save };
}
