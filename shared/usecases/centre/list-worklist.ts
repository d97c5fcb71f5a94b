import type { WorklistRow } from '#contracts/centre.ts';
import type { link } from '#table/entities/diary.ts';
import { localDay } from '#domain/local-time.ts';
import { centreProfile } from '#table/entities/centre.ts';
import type { handover } from '#table/entities/handover.ts';
import type { late } from '#table/entities/late.ts';
import type { request } from '#table/entities/request.ts';
import type { withheld } from '#table/entities/sharing.ts';
import type { state } from '#table/entities/state.ts';
import type { outbox } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import { noteView } from '#usecases/audit/view.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import { ok } from '#usecases/result.ts';

const PAGE = 50;

const taskOf = (patient: Stored<typeof state>): 'call' | 'decide' | 'none' => {
  if (patient.task === 'call') return 'call';
  return patient.recording.stage === 'at-risk' && patient.delivery.status === 'at-risk' ? 'decide' : 'none';
};

const recordingRow = (patient: Stored<typeof state>): WorklistRow[] => {
  const { stage, since, dueOn } = patient.recording;
  if (stage !== 'lapsed' && stage !== 'at-risk' && stage !== 'reminded' && stage !== 'due') return [];
  return [
    {
      kind: 'recording',
      patient: patient.patient,
      name: `${patient.identity.familyName}, ${patient.identity.givenName}`,
      stage,
      since,
      ...(dueOn === undefined ? {} : { dueOn }),
      delivery: patient.delivery.status,
      task: taskOf(patient),
      ...(patient.details.phone === undefined ? {} : { phone: patient.details.phone }),
      ...(patient.contactedAt === undefined ? {} : { contactedAt: patient.contactedAt }),
      version: patient.version,
    },
  ];
};

const linkRow = (one: Stored<typeof link>): WorklistRow => ({
  kind: 'link',
  patient: one.patient,
  account: one.account,
  name: one.name,
  relation: one.relation,
  since: one.createdAt,
  version: one.version,
});

const requestRow = (one: Stored<typeof request>): WorklistRow => ({
  kind: 'request',
  patient: one.patient,
  about: one.request,
  what: one.what,
  state: one.state === 'asked' ? 'asked' : 'seen',
  since: one.askedAt,
});

const lateRow = ({ patient, late: about, made, receivedAt }: Stored<typeof late>): WorklistRow => ({
  kind: 'late',
  patient,
  about,
  what: made.kind,
  since: receivedAt,
});

const handoverRow = ({ patient, name, age, askedAt, dueAt }: Stored<typeof handover>): WorklistRow => ({
  kind: 'handover',
  patient,
  name,
  age,
  since: askedAt ?? dueAt,
});

const returnedRow = ({ owner, job, at, returned }: Stored<typeof outbox>): WorklistRow => ({
  kind: 'mail-returned',
  ...(owner.of === 'diary' ? { patient: owner.patient } : {}),
  ...(job.kind === 'mail' && job.account !== undefined ? { account: job.account } : {}),
  since: returned?.at ?? at,
  about: job.kind === 'mail' ? job.message : job.kind,
});

const reviewRow = ({
  patient,
  name,
  what,
  about,
  on,
  at,
  reviewOn,
}: Stored<typeof withheld>): WorklistRow => ({
  kind: 'withheld',
  patient,
  name,
  what,
  about,
  ...(on === undefined ? {} : { on }),
  ...(at === undefined ? {} : { at }),
  since: `${reviewOn}T00:00:00Z`,
});

/** The day it is where the centre is. */
const todayAt = async ({ store, now }: Context, caller: StaffCaller): Promise<string> => {
  const profile = await store.get(centreProfile, centreProfile.key(caller));
  return localDay(now(), profile?.zone ?? 'Europe/London');
};

/**
 * What needs a person, most urgent first. One query, whose cost follows what there is to do; whom it shows is in the
 * audit before it is answered.
 */
export const listWorklist = async (context: Context, caller: StaffCaller, cursor: string | undefined) => {
  const page = await context.store.query(patterns.worklistOf(caller.centre, await todayAt(context, caller)), {
    cursor,
    limit: PAGE,
  });
  const items = page.items.flatMap((one): WorklistRow[] => {
    if (one.type === 'state') return recordingRow(one.item);
    if (one.type === 'request') return [requestRow(one.item)];
    if (one.type === 'withheld') return [reviewRow(one.item)];
    if (one.type === 'late') return [lateRow(one.item)];
    if (one.type === 'handover') return [handoverRow(one.item)];
    return [one.type === 'link' ? linkRow(one.item) : returnedRow(one.item)];
  });
  const shown = items.flatMap(({ patient }) => patient ?? []);
  await noteView(
    context,
    caller,
    { of: 'centre', centre: caller.centre },
    { action: 'list-worklist', shown },
  );
  return ok({ items, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) });
};
