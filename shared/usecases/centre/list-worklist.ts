import type { WorklistRow } from '#contracts/centre.ts';
import { link } from '#table/entities/diary.ts';
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

interface Whose {
  readonly patient: string;
  readonly account: string;
}
/** Whom a row is from, as their link says it; nothing where it says nothing any more. */
type From = (whose: Whose) => { readonly name?: string; readonly relation?: Stored<typeof link>['relation'] };

const requestRow = (one: Stored<typeof request>, from: From): WorklistRow => ({
  kind: 'request',
  patient: one.patient,
  about: one.request,
  ...from(one),
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

/** The account of a diary that a mail was for. */
const mailedTo = ({ owner, job }: Stored<typeof outbox>): Whose[] =>
  owner.of === 'diary' && job.kind === 'mail' && job.account !== undefined
    ? [{ patient: owner.patient, account: job.account }]
    : [];

const returnedRow = (one: Stored<typeof outbox>, from: From): WorklistRow => {
  const { owner, job, at, returned } = one;
  const [to] = mailedTo(one);
  return {
    kind: 'mail-returned',
    ...(owner.of === 'diary' ? { patient: owner.patient } : {}),
    ...(job.kind === 'mail' && job.account !== undefined ? { account: job.account } : {}),
    ...(to === undefined ? {} : from(to)),
    since: returned?.at ?? at,
    about: job.kind === 'mail' ? job.message : job.kind,
  };
};

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

type Listed = Awaited<ReturnType<typeof read>>['items'][number];

const whoseOf = (one: Listed): Whose[] => {
  if (one.type === 'request') return [one.item];
  return one.type === 'outbox' ? mailedTo(one.item) : [];
};

/** The links that say whom rows are from: one more call each, side by side, for the few that need it. */
const fromOf = async (
  { store }: Context,
  { centre }: StaffCaller,
  items: readonly Listed[],
): Promise<From> => {
  const keyOf = ({ patient, account }: Whose): string => `${patient}/${account}`;
  const asked = new Map(items.flatMap(whoseOf).map((whose) => [keyOf(whose), whose]));
  const found = await Promise.all(
    [...asked.values()].map(({ patient, account }) =>
      store.get(link, link.key({ centre, patient, account })),
    ),
  );
  const known = new Map(found.flatMap((one) => (one === undefined ? [] : [[keyOf(one), one]])));
  return (whose) => {
    const one = known.get(keyOf(whose));
    return one === undefined ? {} : { name: one.name, relation: one.relation };
  };
};

/** The day it is where the centre is. */
const todayAt = async ({ store, now }: Context, caller: StaffCaller): Promise<string> => {
  const profile = await store.get(centreProfile, centreProfile.key(caller));
  return localDay(now(), profile?.zone ?? 'Europe/London');
};

const read = async (context: Context, caller: StaffCaller, cursor: string | undefined) =>
  context.store.query(patterns.worklistOf(caller.centre, await todayAt(context, caller)), {
    cursor,
    limit: PAGE,
  });

/**
 * What needs a person, most urgent first. One query, whose cost follows what there is to do, and the link of whoever
 * asked for something; whom it shows is in the audit before it is answered.
 */
export const listWorklist = async (context: Context, caller: StaffCaller, cursor: string | undefined) => {
  const page = await read(context, caller, cursor);
  const from = await fromOf(context, caller, page.items);
  const items = page.items.flatMap((one): WorklistRow[] => {
    if (one.type === 'state') return recordingRow(one.item);
    if (one.type === 'request') return [requestRow(one.item, from)];
    if (one.type === 'withheld') return [reviewRow(one.item)];
    if (one.type === 'late') return [lateRow(one.item)];
    if (one.type === 'handover') return [handoverRow(one.item)];
    return [one.type === 'link' ? linkRow(one.item) : returnedRow(one.item, from)];
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
