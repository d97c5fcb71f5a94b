import { isJsonObject, type Json } from './json.ts';

/**
 * Every logical id a template value names, by `Ref`, `Fn::GetAtt` or `Fn::Sub`. Includes parameters and pseudo
 * parameters: the caller keeps those that are resources.
 */
export function namedIn(value: Json): Set<string> {
  const names = new Set<string>();
  collect(value, names);
  return names;
}

function collect(value: Json, names: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, names);
    return;
  }
  if (!isJsonObject(value)) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === 'Ref' && typeof member === 'string') names.add(member);
    if (key === 'Fn::GetAtt') addFirst(member, names);
    if (key === 'Fn::Sub') addSubstituted(member, names);
    collect(member, names);
  }
}

function addFirst(member: Json, names: Set<string>): void {
  const first =
    typeof member === 'string' ? member.split('.')[0] : Array.isArray(member) ? member[0] : undefined;
  if (typeof first === 'string') names.add(first);
}

function addSubstituted(member: Json, names: Set<string>): void {
  const template = Array.isArray(member) ? member[0] : member;
  if (typeof template !== 'string') return;
  for (const [, name] of template.matchAll(/\$\{([^!}][^}]*)\}/g))
    names.add((name ?? '').split('.')[0] ?? '');
}

/**
 * Orders things so that each comes after those it needs; ties keep the given order.
 *
 * @throws when they need each other in a circle, naming the circle.
 */
export function inOrderOfNeed(ids: readonly string[], needs: (id: string) => Iterable<string>): string[] {
  const known = new Set(ids);
  const done = new Set<string>();
  const ordered: string[] = [];
  const visit = (id: string, path: readonly string[]): void => {
    if (done.has(id)) return;
    if (path.includes(id))
      throw new Error(`Resources need each other in a circle: ${[...path, id].join(' → ')}`);
    for (const need of needs(id)) if (known.has(need)) visit(need, [...path, id]);
    done.add(id);
    ordered.push(id);
  };
  for (const id of ids) visit(id, []);
  return ordered;
}
