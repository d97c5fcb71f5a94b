import { Temporal } from 'temporal-polyfill';
import { findProduct } from '#catalogue/catalogue.ts';
import type { Owner } from '#table/entities/owner.ts';
import type { audit } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import type { Told } from './entries.ts';
import { noted, notedEntry } from './make-audit.ts';
import type { Enrolled } from './make-patient.ts';
import type { Patient } from './people.ts';
import type { Random } from './random.ts';
import type { Happening, Swept } from './replay.ts';
import { asStaff } from './who.ts';
import type { Year } from './when.ts';

type Audit = Stored<typeof audit>;

/** A year of one diary, to be noted in its audit. */
interface Past {
  readonly patient: Patient;
  readonly owner: Owner;
  readonly random: Random;
  readonly year: Year;
  readonly enrolled: Enrolled;
  readonly told: readonly Told[];
  readonly happenings: readonly Happening[];
  readonly swept: readonly Swept[];
}

const nameIn = ({ said }: Told): string =>
  said.kind === 'treatment' && said.body.product.kind === 'catalogue'
    ? (findProduct(said.body.product.id)?.name ?? '')
    : '';

/** A third of the items for nothing that shows: older entries are not in the audit, but what became of them is. */
const NOTED_DAYS = 60;
const isNoted = ({ at, later }: Told, { now }: Year): boolean =>
  later !== undefined || at.epochMilliseconds > now.subtract({ hours: NOTED_DAYS * 24 }).epochMilliseconds;

const beginnings = ({ patient, owner, random, enrolled }: Past): Audit[] => {
  const manager = asStaff(patient.centre, 'data-manager');
  return [
    noted(random, enrolled.at, manager, owner, { action: 'enrol-patient', about: enrolled.state.patient }),
    ...enrolled.consents.map(({ createdAt, consent: about, change: after }) =>
      noted(random, Temporal.Instant.from(createdAt), manager, owner, {
        action: 'record-consent',
        about,
        after,
      }),
    ),
    ...enrolled.links.flatMap(({ account, username, createdAt, confirmed }): Audit[] => {
      const at = Temporal.Instant.from(createdAt);
      const person = { kind: 'person' as const, account, username, issuedAt: 0, diaries: [] };
      const accepted = noted(random, at, person, owner, { action: 'accept-invitation', about: account });
      if (!confirmed) return [accepted];
      const later = at.add({ minutes: 40 });
      return [accepted, noted(random, later, manager, owner, { action: 'confirm-link', about: account })];
    }),
  ];
};

const decisions = ({ patient, owner, random, happenings }: Past): Audit[] =>
  happenings.map(({ at, action, after, reason }) => {
    const by = asStaff(patient.centre, action === 'set-plan' ? 'consultant' : 'data-manager');
    return noted(random, at, by, owner, {
      action,
      ...(after === undefined ? {} : { after }),
      ...(reason === undefined ? {} : { reason }),
    });
  });

const sweeps = ({ owner, random, swept }: Past): Audit[] =>
  swept
    .filter(({ before, after }) => before.stage !== after.stage)
    .map(({ at, before, after }) =>
      noted(random, at, { job: 'overdue-sweep' }, owner, {
        action: 'recording-status',
        before: before.stage,
        after: after.stage,
      }),
    );

/** Who did what in a diary, as far as the demo notes it. */
export const noteYear = (past: Past): Audit[] => [
  ...beginnings(past),
  ...decisions(past),
  ...sweeps(past),
  ...past.told
    .filter((one) => isNoted(one, past.year))
    .flatMap((one) => notedEntry(past.random, past.owner, one, nameIn(one))),
];
