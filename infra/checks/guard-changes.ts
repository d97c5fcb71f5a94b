import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { dangersOf } from './dangers-of.ts';

/** Long enough to plan a migration, too short to be forgotten. */
const LONGEST_DAYS = 14;

const day = z.iso.date().transform((text) => Temporal.PlainDate.from(text));

/** `infra/checks/change-waivers.json`: dangers that someone means. */
const waivers = z.array(
  z.strictObject({
    /** The danger exactly as the guard prints it. */
    danger: z.string(),
    reason: z.string().min(40, 'is a full sentence'),
    /** Last day it holds. */
    until: day,
  }),
);
type Waiver = z.infer<typeof waivers>[number];

const faultOf = ({ danger, until }: Waiver, today: Temporal.PlainDate): string[] => {
  if (Temporal.PlainDate.compare(until, today) < 0)
    return [`The waiver of “${danger}” ended on ${until.toString()}: remove it.`];
  if (Temporal.PlainDate.compare(until, today.add({ days: LONGEST_DAYS })) > 0)
    return [`The waiver of “${danger}” is for more than ${LONGEST_DAYS} days.`];
  return [];
};

/**
 * Decides whether a deployment may go on.
 *
 * @param given.diff what `cdk diff --all --context-lines 100000` prints, without colours
 * @param given.waivers the parsed JSON of the waivers
 * @returns why not, one line each; empty when it may
 * @throws ZodError when the waivers have another form
 */
export const guardChanges = (given: {
  readonly diff: string;
  readonly waivers: unknown;
  readonly today: Temporal.PlainDate;
}): string[] => {
  const waived = waivers.parse(given.waivers);
  const faults = waived.flatMap((waiver) => faultOf(waiver, given.today));
  const meant = new Set(waived.map(({ danger }) => danger));
  return [...faults, ...dangersOf(given.diff).filter((danger) => !meant.has(danger))];
};
