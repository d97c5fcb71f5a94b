/**
 * What a record holds under a key that came from outside. Only its own entries: a user may well be called
 * `constructor`, and nobody of that name is in every record.
 */
export const entry = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
