import { Temporal } from 'temporal-polyfill';
import type { TreatmentBody } from '#contracts/entries.ts';
import { clinicPages } from '#adapters/pdf/clinic-pages.ts';
import { workbooks } from '#adapters/workbook.ts';
import { centrePolicy, centreProfile, staff } from '#table/entities/centre.ts';
import { link } from '#table/entities/diary.ts';
import { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import { created } from '#table/item.ts';
import { newestStatement } from '#table/patterns.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import type { Writers } from '#usecases/export/file-of.ts';
import { readRecalls } from '#usecases/stock/known-recalls.ts';
import { elocta, policyBody } from './examples/bodies.ts';
import { putDiary } from './put-diary.ts';
import { startTable, type TestTable } from './table.ts';
import { wholeTable } from './whole-table.ts';

export const DIARY = { centre: 'larkfield', patient: 'p1' } as const;
export const STATEMENT = 3;

export { policyBody as POLICY };

/** A centre, its staff and one patient with linked people, on an embedded table, with a clock that tests set. */
export interface DiaryWorld {
  readonly table: TestTable;
  readonly context: Context & Scopes & Writers;
  /** Sets the clock. */
  readonly at: (instant: string) => void;
  readonly person: (account: string) => Person;
  readonly staff: (job?: StaffCaller['job']) => StaffCaller;
  readonly putLink: (account: string, more?: Partial<Stored<typeof link>>) => Promise<void>;
  readonly putPatient: (more?: Partial<Stored<typeof state>>) => Promise<void>;
  readonly state: () => Promise<Stored<typeof state>>;
  readonly stop: () => Promise<void>;
}

const stamp = { at: '2026-01-01T00:00:00Z', by: 'test', mutationId: 'seeded' };
const second = (instant: Temporal.Instant): number => Math.floor(instant.epochMilliseconds / 1000);

const putCentre = async ({ store }: Context): Promise<void> => {
  const { centre } = DIARY;
  await store.put(centreProfile, {
    centre,
    name: 'Larkfield',
    email: 'centre@example.org',
    phone: '01632 960001',
    emergencyPhone: '01632 960002',
    address: 'Example Street 1',
    zone: 'Europe/London',
    status: 'active',
    emergencySites: policyBody.emergencySites,
    matchByClass: false,
    ...created(stamp),
  });
  await store.put(centrePolicy, { centre, policy: policyBody, ...created(stamp) });
  for (const job of ['data-manager', 'nurse', 'consultant', 'physiotherapist'] as const) {
    await store.put(staff, {
      centre,
      account: `staff-${job}`,
      username: job,
      displayName: `A ${job}`,
      job,
      status: 'active',
      since: stamp.at,
      notBefore: 0,
      ...created(stamp),
    });
  }
};

const newestIn = async ({ store }: TestTable): Promise<number> =>
  (await store.query(newestStatement(), { limit: 1 })).items[0]?.item.statement ?? 0;

export const startDiaryWorld = async (start: string): Promise<DiaryWorld> => {
  const table = await startTable();
  let now = Temporal.Instant.from(start);
  let made = 0;
  const context = {
    ...wholeTable(table.store),
    now: () => now,
    newId: () => {
      made += 1;
      return `id-${String(made).padStart(6, '0')}`;
    },
    statementInForce: async (ask?: 'again') =>
      ask === 'again' ? Math.max(STATEMENT, await newestIn(table)) : STATEMENT,
    recallsAt: readRecalls,
    workbooks,
    clinicPages,
  };
  await putCentre(context);
  return {
    table,
    context,
    at: (instant) => {
      now = Temporal.Instant.from(instant);
    },
    person: (account) => ({
      kind: 'person',
      account,
      username: account,
      issuedAt: second(now),
      diaries: [DIARY],
    }),
    staff: (job = 'data-manager') => ({
      kind: 'staff',
      account: `staff-${job}`,
      username: job,
      issuedAt: second(now),
      centre: DIARY.centre,
      job,
    }),
    putLink: (account, more = {}) =>
      table.store.put(link, {
        ...DIARY,
        account,
        username: account,
        firstName: 'Robin',
        centreName: 'Larkfield',
        name: `Name of ${account}`,
        email: `${account}@example.org`,
        relation: 'parent',
        mayRecord: true,
        confirmed: true,
        consent: 'not-needed',
        statementAgreed: STATEMENT,
        notBefore: 0,
        ...created(stamp),
        ...more,
      }),
    putPatient: (more = {}) => putDiary(context, DIARY, more),
    state: async () => {
      const found = await table.store.get(state, state.key(DIARY));
      if (found === undefined) throw new Error('There is no patient.');
      return found;
    },
    stop: table.stop,
  };
};

let acts = 0;
/** A treatment with 2,000 IU of Elocta from one vial. */
export const treatment = (local: string, more: Partial<TreatmentBody> = {}): TreatmentBody => {
  acts += 1;
  return {
    mutationId: `act-${String(acts)}`,
    typedAt: '2026-01-01T00:00:00Z',
    passed: [],
    when: { local, zone: 'Europe/London' },
    ...elocta,
    ...more,
  };
};
