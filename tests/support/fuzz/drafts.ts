import type { Draft, Made } from './request-arbitrary.ts';

/** Of every six: half are accepted but for who asks, two have one thing wrong, one is whatever comes. */
const KINDS = ['laden', 'laden', 'laden', 'one', 'one', 'wild'] as const;

const nothingWrong = {
  fromSchema: false,
  mutations: [],
  written: 'json',
  type: 'application/json',
  segment: undefined,
  asked: undefined,
  header: undefined,
  method: undefined,
} as const;

/** The first thing of a draft that is wrong, alone: a body that was written otherwise, a header, or one change. */
const oneThing = (made: Made): Partial<Made> => {
  if (made.written !== 'json') return { written: made.written };
  if (made.type !== 'application/json') return { type: made.type };
  if (made.segment !== undefined) return { segment: made.segment };
  if (made.asked !== undefined) return { asked: made.asked };
  if (made.header !== undefined) return { header: made.header };
  if (made.method !== undefined) return { method: made.method };
  return { mutations: made.mutations.slice(0, 1) };
};

/** Gives each run of a route its kind. */
export const kindly = (made: readonly Made[]): readonly Draft[] => {
  const turns = made.filter((_, place) => KINDS[place % KINDS.length] === 'laden').length;
  let turn = -1;
  return made.map((one, place): Draft => {
    const kind = KINDS[place % KINDS.length] ?? 'wild';
    turn += kind === 'laden' ? 1 : 0;
    const less = kind === 'wild' ? {} : { ...nothingWrong, ...(kind === 'one' ? oneThing(one) : {}) };
    return { ...one, ...less, kind, turn, turns };
  });
};
