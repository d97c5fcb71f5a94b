import { grantState } from '#domain/grant-state.ts';
import { link } from '#table/entities/diary.ts';
import { grant } from '#table/entities/sharing.ts';
import { staff } from '#table/entities/centre.ts';
import { fromItem } from '#table/item.ts';
import type { Caller, Person, SharingStaff, StaffCaller, Writer } from '#usecases/ports/context.ts';
import type { Act, Refused } from '#usecases/ports/store.ts';
import { fail, type Failure, type Result } from '#usecases/result.ts';

export interface DiaryIds {
  readonly centre: string;
  readonly patient: string;
}

/** Label of the act that decides whether the caller may write. */
const MAY_WRITE = 'may-write';

const personMay = (caller: Person, diary: DiaryIds, statement: number): Act => ({
  act: 'check',
  label: MAY_WRITE,
  key: link.key({ ...diary, account: caller.account }),
  when: [
    { path: 'mayRecord', is: '=', to: true },
    { path: 'endedAt', is: 'absent' },
    { path: 'consent', is: 'in', to: ['not-needed', 'given'] },
    // Not `=`: for a minute after a new version other processes still know the one before as that in force.
    { path: 'statementAgreed', is: '>=', to: statement },
    { path: 'notBefore', is: '<=', to: caller.issuedAt },
  ],
});

const staffMay = (caller: StaffCaller): Act => ({
  act: 'check',
  label: MAY_WRITE,
  key: staff.key(caller),
  when: [
    { path: 'status', is: '=', to: 'active' },
    { path: 'job', is: '=', to: caller.job },
    { path: 'notBefore', is: '<=', to: caller.issuedAt },
  ],
});

/**
 * The grant as it is at that moment. The membership at the other centre lies outside the diary's credentials, so it
 * was read just before (sharing/record-shared).
 */
const sharingMay = (caller: SharingStaff): Act => ({
  act: 'check',
  label: MAY_WRITE,
  key: grant.key({ ...caller.diary, grantee: caller.centre }),
  when: [
    { path: 'mayRecord', is: '=', to: true },
    { path: 'endedAt', is: 'absent' },
    { path: 'startsOn', is: '<=', to: caller.today },
    { path: 'endsOn', is: '>', to: caller.today },
  ],
});

/**
 * The authorisation of a write, as a part of its transaction: the link or membership as it is at that moment, not as
 * the token remembers it. Never a check on an item that many share.
 */
export const mayWrite = (caller: Writer, diary: DiaryIds, statement: number): Act => {
  switch (caller.kind) {
    case 'staff':
      return staffMay(caller);
    case 'sharing':
      return sharingMay(caller);
    case 'person':
      return personMay(caller, diary, statement);
  }
};

const whyPersonMayNot = (found: Refused['found'], caller: Person, statement: number): Failure => {
  if (found === undefined) return { code: 'not-found' };
  const stored = fromItem(link, found);
  if (stored.endedAt !== undefined) return { code: 'not-found' };
  if (stored.notBefore > caller.issuedAt) return { code: 'signed-out' };
  if (stored.consent === 'needed' || stored.consent === 'revoked') return { code: 'consent-needed' };
  if ((stored.statementAgreed ?? -1) < statement) return { code: 'statement-needed' };
  return { code: 'not-allowed' };
};

/** A grant that is over is as if it had never been; one that is live but not for recording says so. */
const whySharingMayNot = (found: Refused['found'], caller: SharingStaff): Failure => {
  if (found === undefined) return { code: 'not-found' };
  return { code: grantState(fromItem(grant, found), caller.today) === 'live' ? 'not-allowed' : 'not-found' };
};

/** The one failure behind a refused authorisation, or `undefined` when that act was not refused. */
export const whyNot = (
  refused: readonly Refused[],
  caller: Writer,
  statement: number,
): Result<never> | undefined => {
  const act = refused.find(({ label }) => label === MAY_WRITE);
  if (act === undefined) return undefined;
  // Whatever it was, job or epoch: a new token says how it is now.
  if (caller.kind === 'staff') return fail('signed-out');
  if (caller.kind === 'sharing') return fail(whySharingMayNot(act.found, caller).code);
  const { code } = whyPersonMayNot(act.found, caller, statement);
  return fail(code);
};

/** Whether the token covers this diary at all; everything else answers as if it were not there. */
export const covers = (caller: Caller | SharingStaff, diary: DiaryIds): boolean => {
  switch (caller.kind) {
    case 'person':
      return caller.diaries.some((one) => one.centre === diary.centre && one.patient === diary.patient);
    case 'staff':
      return caller.centre === diary.centre;
    case 'sharing':
      return caller.diary.centre === diary.centre && caller.diary.patient === diary.patient;
    case 'registry':
      return false;
  }
};
