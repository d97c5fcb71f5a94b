/** JSON as it is written, so that a text can hold what no value of a program can: a name twice, 1e400, a broken escape. */
export type Tree =
  | { readonly kind: 'list'; readonly items: readonly Tree[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, Tree])[] }
  /** Written as it stands. */
  | { readonly kind: 'leaf'; readonly text: string };

export const leaf = (value: unknown): Tree => ({ kind: 'leaf', text: JSON.stringify(value) });
export const raw = (text: string): Tree => ({ kind: 'leaf', text });

/** A value as a tree; what JSON leaves out is left out. */
export const treeOf = (value: unknown): Tree => {
  if (Array.isArray(value)) return { kind: 'list', items: value.map((one) => treeOf(one)) };
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, one]) => one !== undefined);
    return { kind: 'object', members: members.map(([name, one]) => [name, treeOf(one)]) };
  }
  return leaf(value ?? null);
};

export const textOf = (tree: Tree): string => {
  if (tree.kind === 'leaf') return tree.text;
  if (tree.kind === 'list') return `[${tree.items.map(textOf).join(',')}]`;
  return `{${tree.members.map(([name, one]) => `${JSON.stringify(name)}:${textOf(one)}`).join(',')}}`;
};

/** How many places a tree has, itself included. */
export const sizeOf = (tree: Tree): number => {
  if (tree.kind === 'leaf') return 1;
  const inside = tree.kind === 'list' ? tree.items : tree.members.map(([, one]) => one);
  return inside.reduce((sum, one) => sum + sizeOf(one), 1);
};

/** What becomes of one place: other trees in its stead; none takes it out, two write its name twice. */
export type Edit = (before: Tree) => readonly Tree[];

/** The tree with the edit at a place, counted from the root in the order of writing. */
export const editAt = (tree: Tree, place: number, edit: Edit): Tree => {
  let left = place;
  const walk = (one: Tree): readonly Tree[] => {
    if (left-- === 0) return edit(one);
    if (one.kind === 'leaf') return [one];
    if (one.kind === 'list') return [{ kind: 'list', items: one.items.flatMap(walk) }];
    const members = one.members.flatMap(([name, value]) =>
      walk(value).map((after): readonly [string, Tree] => [name, after]),
    );
    return [{ kind: 'object', members }];
  };
  return walk(tree)[0] ?? leaf(null);
};
