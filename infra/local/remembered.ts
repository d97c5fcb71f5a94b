import { mkdirSync, readFileSync, renameSync, writeFileSync, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

/** Small facts that have to survive a restart: ids that engines made up, positions in streams, generated secrets. */
export type Remembered = {
  readonly get: (key: string) => string | undefined;
  readonly set: (key: string, value: string) => void;
};

const schema = z.record(z.string(), z.string());

/** Opens the file of remembered facts; it is written whole at each change, by way of a second file. */
export function openRemembered(file: string): Remembered {
  const facts = new Map(
    existsSync(file) ? Object.entries(schema.parse(JSON.parse(readFileSync(file, 'utf8')))) : [],
  );
  return {
    get: (key) => facts.get(key),
    set: (key, value) => {
      if (facts.get(key) === value) return;
      facts.set(key, value);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(facts), null, 1));
      renameSync(`${file}.new`, file);
    },
  };
}
