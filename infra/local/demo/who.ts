import type { StaffJob } from '#domain/vocabulary.ts';
import type { Person as PersonCaller, StaffCaller } from '#usecases/ports/context.ts';
import { accountOfInvitation } from '#usecases/session/invitation-code.ts';
import { STAFF, type CentreId } from './centres.ts';
import type { Person } from './people.ts';
import { randomOf } from './random.ts';

/** The account behind a username of the demo, made as an accepted invitation makes it. */
export const accountOf = (username: string): string => accountOfInvitation(`demo ${username}`);

/** The id of a patient: of the same shape as everybody else's. */
export const patientId = (key: string): string => randomOf(`patient ${key}`).id(Date.UTC(2025, 0, 6, 10));

export const asPerson = ({ username }: Person): PersonCaller => ({
  kind: 'person',
  account: accountOf(username),
  username,
  issuedAt: 0,
  diaries: [],
});

/** The one at a centre who has a job, as they act. */
export const asStaff = (centre: CentreId, job: StaffJob): StaffCaller => {
  const member = STAFF.find((one) => one.centre === centre && one.job === job);
  if (member === undefined) throw new Error(`${centre} has no ${job}.`);
  const { username } = member;
  return { kind: 'staff', account: accountOf(username), username, issuedAt: 0, centre, job };
};
