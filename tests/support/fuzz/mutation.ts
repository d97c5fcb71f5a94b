import * as fc from 'fast-check';
import { hostileTexts, kinOf, NUMBERS, SHAPES } from './hostile.ts';
import { editAt, leaf, raw, sizeOf, type Edit, type Tree } from './json-tree.ts';

/** One change of a body: where (counted over the tree, wrapped round) and what. */
export interface Mutation {
  readonly place: number;
  readonly what: 'kin' | 'text' | 'number' | 'shape' | 'remove' | 'repeat' | 'unknown' | 'wrap' | 'swell';
  readonly which: number;
}

const WHAT = [
  ...Array.from({ length: 8 }, () => 'kin' as const),
  'text',
  'number',
  'shape',
  'remove',
  'repeat',
  'unknown',
  'wrap',
  'swell',
] as const;

const mutation = fc.record({
  place: fc.nat(200),
  what: fc.constantFrom(...WHAT),
  which: fc.nat(200),
});

/** Up to three changes; now and then none, so that what is allowed is also done. */
export const mutations = fc.array(mutation, { maxLength: 3 });

const pick = (from: readonly string[], which: number): string => from[which % from.length] ?? '';

/** Another value of the same kind: a day for a day, a number for a number. */
const kin = (before: Tree, which: number): Tree => {
  if (before.kind !== 'leaf') return raw(pick(SHAPES, which));
  if (!before.text.startsWith('"')) return raw(pick(NUMBERS, which));
  return leaf(pick(kinOf(String(JSON.parse(before.text))), which));
};

const swollen = (before: Tree): Tree =>
  before.kind === 'list'
    ? { kind: 'list', items: Array.from({ length: 60 }, () => before.items).flat() }
    : before;

const withUnknown = (before: Tree, which: number): Tree =>
  before.kind === 'object'
    ? { kind: 'object', members: [...before.members, [pick(hostileTexts, which), leaf(which)]] }
    : before;

const editOf = ({ what, which }: Mutation): Edit => {
  switch (what) {
    case 'kin':
      return (before) => [kin(before, which)];
    case 'text':
      return () => [leaf(pick(hostileTexts, which))];
    case 'number':
      return () => [raw(pick(NUMBERS, which))];
    case 'shape':
      return () => [raw(pick(SHAPES, which))];
    case 'remove':
      return () => [];
    case 'repeat':
      return (before) => [before, before];
    case 'unknown':
      return (before) => [withUnknown(before, which)];
    case 'wrap':
      return (before) => [{ kind: 'list', items: [before] }];
    case 'swell':
      return (before) => [swollen(before)];
  }
};

/** The tree after the changes, one after the other. */
export const mutated = (tree: Tree, changes: readonly Mutation[]): Tree =>
  changes.reduce((before, change) => editAt(before, change.place % sizeOf(before), editOf(change)), tree);
