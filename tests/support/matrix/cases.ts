import type { Answer } from '#contracts/authorisation/answers.ts';
import {
  concerns,
  expectedAnswer,
  GROUP_NAMES,
  GROUPS,
  type Group,
} from '#contracts/authorisation/expected-answer.ts';
import { PLAIN, SITUATIONS, type SituationName } from '#contracts/authorisation/situations.ts';
import { routes, type AnyRoute, type RouteName } from '#contracts/routes.ts';
import { corrections } from '../examples/corrections.ts';

/** One request of the matrix and what the declarations say of it. */
export interface Case {
  readonly route: AnyRoute;
  /** With `If-Match`, where the route makes something without. */
  readonly corrects: boolean;
  readonly group: Group;
  readonly situation: SituationName;
  readonly expected: Answer;
}

const situations = Object.keys(SITUATIONS) as readonly SituationName[];

/** The situations in which a group may come to a route: its own pool's all, one where its token is of another pool. */
const met = (route: AnyRoute, corrects: boolean, group: Group): readonly SituationName[] => {
  if (group === 'nobody') return ['no-token'];
  if (GROUPS[group] !== route.audience) return [PLAIN];
  return situations.filter((name) => concerns(name, route, corrects));
};

export const doesCorrect = (name: RouteName): name is keyof typeof corrections => name in corrections;

/** Every route × every group × every situation that can be met there. */
export const allCases = (): readonly Case[] =>
  routes.flatMap((route) =>
    (doesCorrect(route.name) ? [false, true] : [false]).flatMap((corrects) =>
      GROUP_NAMES.flatMap((group) =>
        met(route, corrects, group).map((situation): Case => {
          const expected = expectedAnswer(route, corrects, group, situation);
          return { route, corrects, group, situation, expected };
        }),
      ),
    ),
  );

/** Whether a case changes something where it is let in, so that it needs a thing of its own to change. */
export const changes = ({ route, expected }: Case): boolean => expected === 'let-in' && !route.reads;

/** How a failing case is told. */
export const nameOf = ({ route, corrects, group, situation }: Case): string =>
  `${route.name}${corrects ? ' (correcting)' : ''}, ${group}, ${situation}`;
