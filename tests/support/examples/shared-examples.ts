import { sharedRoutes } from '#contracts/routes-shared.ts';
import { bleedBody, treatmentBody } from './bodies.ts';
import { nothing, type About, type Example } from './example.ts';

type Names = (typeof sharedRoutes)[number]['name'];

/** A diary of another centre that the examples take to be shared with the caller's. */
export const SHARED = { centre: 'moorside', patient: 'shared-one' } as const;

const page = { ...nothing, query: {} };
const diary = ({ shared: { centre: c, patient: p } = SHARED }: About) => ({ c, p });
const made = (about: About) => ({ ...nothing, params: { ...diary(about), id: about.fresh } });

/** Staff, about diaries that another centre shares with theirs. */
export const sharedExamples: { readonly [N in Names]: Example<N> } = {
  'list-directory': () => page,
  'list-shared': () => page,
  'get-shared-month': (about) => ({
    ...nothing,
    params: diary(about),
    query: { month: about.today.slice(0, 7) },
  }),
  'put-shared-treatment': (about) => ({ ...made(about), body: treatmentBody(about) }),
  'put-shared-bleed': (about) => ({ ...made(about), body: bleedBody(about) }),
};
