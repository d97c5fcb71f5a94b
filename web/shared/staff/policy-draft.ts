import type { Policy } from '#contracts/centre.ts';
import { defaultPolicy, policyContradictions } from '#domain/centre-policy.ts';
import { BLEED_SITES } from '#domain/vocabulary.ts';
import type { Errors } from '../forms/use-form.ts';
import { centreSettings } from '../words/en/centre-settings.ts';
import { type FieldWords, reasonWords } from '../words/en/problems.ts';

/** The numbers of the policy, in the order they are asked. */
export const POLICY_DAYS = [
  'dueAfterDays',
  'secondReminderAfterDays',
  'thirdReminderAfterDays',
  'lapsedAfterDays',
  'atRiskAfterDays',
  'openDoseLookbackDays',
  'unplannedDueAfterDays',
  'paperFormDays',
  'invitationValidDays',
  'ownAccountAge',
] as const satisfies readonly (keyof Policy)[];
export type PolicyDays = (typeof POLICY_DAYS)[number];

/** The policy as it stands in the form. */
export type PolicyDraft = Record<PolicyDays, string> & {
  readonly matchByClass: boolean;
  readonly emergencySites: Policy['emergencySites'];
};

const words = centreSettings.policy;

/** The form of a policy; without one, of the usual values. */
export function policyDraftOf(policy: Policy | undefined): PolicyDraft {
  const from = policy ?? defaultPolicy;
  const text = (key: PolicyDays): string => String(from[key] ?? defaultPolicy[key]);
  return {
    dueAfterDays: text('dueAfterDays'),
    secondReminderAfterDays: text('secondReminderAfterDays'),
    thirdReminderAfterDays: text('thirdReminderAfterDays'),
    lapsedAfterDays: text('lapsedAfterDays'),
    atRiskAfterDays: text('atRiskAfterDays'),
    openDoseLookbackDays: text('openDoseLookbackDays'),
    unplannedDueAfterDays: text('unplannedDueAfterDays'),
    paperFormDays: text('paperFormDays'),
    invitationValidDays: text('invitationValidDays'),
    ownAccountAge: text('ownAccountAge'),
    matchByClass: from.matchByClass,
    emergencySites: [...from.emergencySites],
  };
}

/** The policy of a form whose numbers are numbers. */
export const policyBodyOf = (draft: PolicyDraft): Policy & { readonly ownAccountAge: number } => ({
  dueAfterDays: Number(draft.dueAfterDays),
  secondReminderAfterDays: Number(draft.secondReminderAfterDays),
  thirdReminderAfterDays: Number(draft.thirdReminderAfterDays),
  lapsedAfterDays: Number(draft.lapsedAfterDays),
  atRiskAfterDays: Number(draft.atRiskAfterDays),
  openDoseLookbackDays: Number(draft.openDoseLookbackDays),
  unplannedDueAfterDays: Number(draft.unplannedDueAfterDays),
  paperFormDays: Number(draft.paperFormDays),
  invitationValidDays: Number(draft.invitationValidDays),
  ownAccountAge: Number(draft.ownAccountAge),
  matchByClass: draft.matchByClass,
  emergencySites: BLEED_SITES.filter((site) => draft.emergencySites.includes(site)),
});

/** What is wrong before it is sent: not a number, or a step that doesn't come after the one before. */
export function policyErrors(draft: PolicyDraft): Errors {
  const wrong = POLICY_DAYS.filter((key) => !/^\d{1,3}$/.test(draft[key].trim()));
  if (wrong.length > 0) return Object.fromEntries(wrong.map((key) => [key, reasonWords('not-a-number')]));
  const contradictions = policyContradictions({ ...defaultPolicy, ...policyBodyOf(draft) });
  return Object.fromEntries(
    contradictions.map((key) => [
      key,
      key === 'openDoseLookbackDays' ? words.lookBackTooShort : words.contradiction,
    ]),
  );
}

/** The API's pointers to the policy's fields, which stand in the form under their own names. */
export const policyPointers: Readonly<Record<string, string>> = Object.fromEntries(
  [...POLICY_DAYS, 'matchByClass', 'emergencySites'].map((key) => [`/policy/${key}`, key]),
);

/** What the policy's fields say when they contradict another. */
export const policyWords: FieldWords = Object.fromEntries(
  POLICY_DAYS.map((key) => [
    key,
    { contradicts: key === 'openDoseLookbackDays' ? words.lookBackTooShort : words.contradiction },
  ]),
);
