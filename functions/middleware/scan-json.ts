/** What is wrong with the shape of a JSON text: where (JSON pointer) and why. */
export interface ShapeFault {
  readonly pointer: string;
  readonly reason: 'repeated' | 'wrong-form';
}

/** Names that mean something to JavaScript objects and nothing to us. */
const NOT_NAMES = new Set(['__proto__', 'constructor', 'prototype']);
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{},:]/gs;

interface Level {
  /** Undefined in a list. */
  readonly names: Set<string> | undefined;
  /** What is being read: the name of a member, the place in a list. */
  at: string | number;
}

const pointerOf = (levels: readonly Level[], name: string): string =>
  [...levels.slice(0, -1).map(({ at }) => String(at)), name]
    .map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');

const nameFault = (levels: readonly Level[], level: Level, token: string): ShapeFault | undefined => {
  const name = String(JSON.parse(token));
  if (NOT_NAMES.has(name)) return { pointer: '', reason: 'wrong-form' };
  if (level.names?.has(name)) return { pointer: pointerOf(levels, name), reason: 'repeated' };
  level.names?.add(name);
  level.at = name;
  return undefined;
};

/**
 * Looks at the text of a JSON value for what parsing it would hide or trip over: a name that comes twice in one object
 * (which one counts differs from parser to parser, so a proxy may have checked the other), names that JavaScript
 * reserves, and more levels than allowed. One pass, no recursion.
 *
 * @param text JSON that has been parsed: of another text it may throw or miss something
 */
export const scanJson = (text: string, mostLevels: number): ShapeFault | undefined => {
  const levels: Level[] = [];
  let before = '';
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      if (levels.length === mostLevels) return { pointer: '', reason: 'wrong-form' };
      levels.push({ names: token === '{' ? new Set() : undefined, at: 0 });
    } else if (token === '}' || token === ']') levels.pop();
    else if (token === ',' && typeof level?.at === 'number') level.at += 1;
    else if (token.startsWith('"') && level?.names !== undefined && before !== ':') {
      const fault = nameFault(levels, level, token);
      if (fault !== undefined) return fault;
    }
    before = token;
  }
  return undefined;
};
