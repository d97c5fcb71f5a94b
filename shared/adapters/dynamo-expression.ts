import type { Clause } from '#usecases/ports/store.ts';

/** Collects the names and values of one request's expressions, each named once. */
export interface Expression {
  readonly path: (dotted: string) => string;
  readonly value: (value: unknown) => string;
  readonly attributes: () => {
    readonly ExpressionAttributeNames?: Record<string, string>;
    readonly ExpressionAttributeValues?: Record<string, unknown>;
  };
}

/** A fresh set of placeholders; every name goes through one, so no reserved word is ever met. */
export const expression = (): Expression => {
  const names = new Map<string, string>();
  const values: Record<string, unknown> = {};
  const name = (part: string): string => {
    const known = names.get(part);
    if (known !== undefined) return known;
    const made = `#n${String(names.size)}`;
    names.set(part, made);
    return made;
  };
  return {
    path: (dotted) => dotted.split('.').map(name).join('.'),
    value: (value) => {
      const made = `:v${String(Object.keys(values).length)}`;
      values[made] = value;
      return made;
    },
    attributes: () => ({
      ...(names.size === 0
        ? {}
        : { ExpressionAttributeNames: Object.fromEntries([...names].map(([part, made]) => [made, part])) }),
      ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
    }),
  };
};

/** Clauses → a ConditionExpression: all must hold. */
export const conditionOf = (to: Expression, clauses: readonly Clause[]): string =>
  clauses
    .map((clause): string => {
      if ('any' in clause) return `(${clause.any.map((one) => conditionOf(to, [one])).join(' OR ')})`;
      const path = to.path(clause.path);
      switch (clause.is) {
        case 'present':
          return `attribute_exists(${path})`;
        case 'absent':
          return `attribute_not_exists(${path})`;
        case 'in':
          return `${path} IN (${clause.to.map((one) => to.value(one)).join(', ')})`;
        case 'shorter':
          return `size(${path}) < ${to.value(clause.to)}`;
        default:
          return `${path} ${clause.is} ${to.value(clause.to)}`;
      }
    })
    .join(' AND ');
