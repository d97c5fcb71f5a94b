import type { VNode } from 'preact';

/** How full of bleeds a place is: one, two or three, four and more. Told by its pattern, never by colour alone. */
export type BodyLevel = 1 | 2 | 3;
export const BODY_LEVELS = [1, 2, 3] as const satisfies readonly BodyLevel[];

/** The level of a number of bleeds; `undefined` for none. */
export const bodyLevel = (count: number): BodyLevel | undefined =>
  count <= 0 ? undefined : count === 1 ? 1 : count < 4 ? 2 : 3;

export const patternId = (id: string, level: BodyLevel): string => `${id}-level-${String(level)}`;

const lines: Readonly<Record<BodyLevel, string>> = {
  1: 'M0 6 6 0',
  2: 'M0 6 6 0M-1 1 1-1M5 7 7 5M0 3 3 0M3 6 6 3',
  3: 'M0 6 6 0M0 0 6 6M3 0v6M0 3h6',
};

/** The three patterns a figure fills its regions with; `id` keeps the figures of one page apart. */
export function BodyPatterns({ id }: { readonly id: string }): VNode {
  return (
    <defs>
      {BODY_LEVELS.map((level) => (
        <pattern key={level} id={patternId(id, level)} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" class="body-ground" />
          <path d={lines[level]} class="body-hatch" />
        </pattern>
      ))}
    </defs>
  );
}
