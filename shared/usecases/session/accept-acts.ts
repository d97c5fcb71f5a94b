import { managerCount, registryStaff, staff } from '#table/entities/centre.ts';
import { link } from '#table/entities/diary.ts';
import { state } from '#table/entities/state.ts';
import { changed, created, type Stamp } from '#table/item.ts';
import type { Common } from '#table/entity.ts';
import { linkedTo } from '#table/patterns.ts';
import { auditAct, type Happening } from '../audit/audit-item.ts';
import type { Context } from '../ports/context.ts';
import type { Scopes } from '../ports/scopes.ts';
import type { Act } from '../ports/store.ts';
import { fail, invalid, ok, type Result } from '../result.ts';
import type { AcceptingAccount } from './accepting-account.ts';
import type { Invitation } from './open-invitation.ts';

type For<K extends Invitation['for']['kind']> = Extract<Invitation['for'], { kind: K }>;
type Diary = Extract<Invitation['for'], { patient: string }>;

/** All that an acceptance is written from. */
export interface Acceptance {
  readonly found: Invitation;
  readonly by: AcceptingAccount;
  readonly displayName: string | undefined;
  readonly stamp: Stamp;
}

const now = (context: Context): number => Math.floor(context.now().epochMilliseconds / 1000);

const happening = ({ stamp, found }: Acceptance): Happening => ({
  action: 'accept-invitation',
  mutationId: stamp.mutationId,
  about: found.invitation,
});

/** A new item, or the next version of one that had ended: a person who comes back keeps one history. */
const over = (before: Common | undefined, stamp: Stamp) =>
  before === undefined
    ? { common: created(stamp), over: 'absent' as const }
    : {
        common: {
          schemaVersion: 1 as const,
          createdAt: before.createdAt,
          createdBy: before.createdBy,
          ...changed(before, stamp),
        },
        over: before.version,
      };

const caller = (context: Context, { by }: Acceptance) => ({
  account: by.account,
  username: by.username,
  issuedAt: now(context),
});

/** The state of consent under which a diary may be linked to now: before the written consent nothing is linked. */
export const diaryTakesLinks = async (
  context: Context,
  { centre, patient }: Diary,
): Promise<Result<'not-needed' | 'given'>> => {
  const diary = await context.store.get(state, state.key({ centre, patient }));
  if (diary === undefined) return fail('not-accepted');
  if (diary.stop !== undefined) return fail('not-now');
  const { state: consent } = diary.consent;
  return consent === 'needed' || consent === 'revoked' ? fail('consent-needed') : ok(consent);
};

/** The statement binds the account: what it agreed to for one diary holds for the next. */
const statementAgreedBy = async (
  context: Scopes,
  account: string,
  before: number | undefined,
): Promise<number | undefined> => {
  const linked = await context.within({ of: 'account', account }).queryAll(linkedTo(account));
  return linked.reduce<number | undefined>((newest, one) => {
    const agreed = one.type === 'link' ? one.item.statementAgreed : undefined;
    return agreed === undefined ? newest : Math.max(newest ?? 0, agreed);
  }, before);
};

/** The link to a diary. It is not confirmed: the centre does that, and may say "wrong person". */
export const linkActs = async (
  context: Context & Scopes,
  acceptance: Acceptance,
  to: Diary,
): Promise<Result<readonly Act[]>> => {
  const { found, by, stamp } = acceptance;
  const ids = { centre: to.centre, patient: to.patient };
  const takes = await diaryTakesLinks(context, to);
  if (!takes.ok) return takes;
  const consent = takes.value;
  const before = await context.store.get(link, link.key({ ...ids, account: by.account }));
  if (before !== undefined && before.endedAt === undefined) return fail('not-now');
  const made = over(before, stamp);
  const agreed = await statementAgreedBy(context, by.account, before?.statementAgreed);
  const item = {
    ...ids,
    account: by.account,
    username: by.username,
    firstName: to.firstName,
    centreName: to.centreName,
    name: found.name,
    ...(by.email === undefined ? {} : { email: by.email }),
    relation: to.relation,
    mayRecord: to.mayRecord,
    confirmed: false,
    consent,
    ...(agreed === undefined ? {} : { statementAgreed: agreed }),
    // No token from before names a new diary. Raised here, it would sign out whoever gets a second one.
    notBefore: before?.notBefore ?? 0,
    ...made.common,
  };
  const person = { kind: 'person' as const, ...caller(context, acceptance), diaries: [ids] };
  return ok([
    { act: 'put', label: 'place', entity: link, item, over: made.over },
    {
      act: 'check',
      label: 'diary',
      key: state.key(ids),
      // A consent that is revoked, or a diary that is closed, in this very moment wins.
      when: [
        { path: 'consent.state', is: '=', to: consent },
        { path: 'stop', is: 'absent' },
      ],
    },
    auditAct(context, person, { of: 'diary', ...ids }, happening(acceptance)),
  ]);
};

/** The count that keeps the last data manager in place. */
const managerActs = async (context: Context, centre: string, stamp: Stamp): Promise<readonly Act[]> => {
  const key = managerCount.key({ centre });
  if ((await context.store.get(managerCount, key)) === undefined) {
    const item = { centre, active: 1, ...created(stamp) };
    return [{ act: 'put', label: 'managers', entity: managerCount, item, over: 'absent' }];
  }
  return [
    {
      act: 'update',
      label: 'managers',
      key,
      add: { active: 1 },
      set: { mutationId: stamp.mutationId, updatedAt: stamp.at, updatedBy: stamp.by },
      when: [{ path: 'pk', is: 'present' }],
    },
  ];
};

const membership = (context: Context, { by, stamp, displayName }: Acceptance & { displayName: string }) => ({
  account: by.account,
  username: by.username,
  displayName,
  status: 'active' as const,
  since: stamp.at,
  notBefore: now(context),
});

/** A job at a centre. */
export const staffActs = async (
  context: Context,
  acceptance: Acceptance,
  { centre, job }: For<'staff'>,
): Promise<Result<readonly Act[]>> => {
  const { by, stamp, displayName } = acceptance;
  if (displayName === undefined) return invalid('/displayName', 'missing');
  const before = await context.store.get(staff, staff.key({ centre, account: by.account }));
  if (before?.status === 'active') return fail('not-now');
  const made = over(before, stamp);
  const item = { centre, job, ...membership(context, { ...acceptance, displayName }), ...made.common };
  const who = { kind: 'staff' as const, ...caller(context, acceptance), centre, job };
  return ok([
    { act: 'put', label: 'place', entity: staff, item, over: made.over },
    ...(job === 'data-manager' ? await managerActs(context, centre, stamp) : []),
    auditAct(context, who, { of: 'centre', centre }, happening(acceptance)),
  ]);
};

/** A job at the registry. */
export const registryActs = async (
  context: Context,
  acceptance: Acceptance,
  { job }: For<'registry'>,
): Promise<Result<readonly Act[]>> => {
  const { by, stamp, displayName } = acceptance;
  if (displayName === undefined) return invalid('/displayName', 'missing');
  const before = await context.store.get(registryStaff, registryStaff.key({ account: by.account }));
  if (before?.status === 'active') return fail('not-now');
  const made = over(before, stamp);
  const item = { job, ...membership(context, { ...acceptance, displayName }), ...made.common };
  const who = { kind: 'registry' as const, ...caller(context, acceptance), job };
  return ok([
    { act: 'put', label: 'place', entity: registryStaff, item, over: made.over },
    auditAct(context, who, { of: 'registry' }, happening(acceptance)),
  ]);
};
