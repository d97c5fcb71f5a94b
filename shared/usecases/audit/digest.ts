import { createHash } from 'node:crypto';
import type { audit } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';

/** One text for one value, whoever writes it down: members in order of their names, and nothing undefined: the table keeps none. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return `[${items
      .filter((item) => item !== undefined)
      .map((item) => canonical(item))
      .join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
};

/** SHA-256 of a value’s canonical text, in hexadecimal. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');

type Content = Omit<Stored<typeof audit>, 'digest' | 'erasedBy'>;

/**
 * The digest of what an audit item says. The salt goes with the contents when they are erased: without it nobody can
 * find out what an erased item said by trying what it may have said.
 */
export const digestOf = (item: Content): string => {
  const { audit, owner, at, actor, action, about, reason, before, after, shown, salt, mutationId } = item;
  return hashOf({ audit, owner, at, actor, action, about, reason, before, after, shown, salt, mutationId });
};
