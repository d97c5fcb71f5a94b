import type { readAbout } from '#usecases/diary/read-about.ts';
import type { Person } from '#usecases/ports/context.ts';
import { sightOf, type Sight } from '#usecases/withheld/sight.ts';

type About = Awaited<ReturnType<typeof readAbout>>;

/** What somebody at home may see of a diary, from what was read of it anyway. */
export const sightOfPerson = ({ marks, links }: Pick<About, 'marks' | 'links'>, { account }: Person): Sight =>
  sightOf(marks, {
    kind: 'person',
    account,
    relation: links.find((one) => one.account === account)?.relation,
  });
