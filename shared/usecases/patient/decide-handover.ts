import type { Saved } from '#contracts/entries.ts';
import type { HandoverBody } from '#contracts/handover.ts';
import { localDay } from '#domain/local-time.ts';
import { consent, link } from '#table/entities/diary.ts';
import { handover } from '#table/entities/handover.ts';
import { outbox } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { changed, created, type Stamp } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { mailItem } from '#usecases/outbox/mail-item.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { changePatient, diaryOf, savedPatient, type State } from './change-patient.ts';

type Link = Stored<typeof link>;
type Decision = HandoverBody['links'][number]['decision'];

interface Deciding {
  readonly context: Context;
  readonly caller: StaffCaller;
  readonly stamp: Stamp;
  readonly body: HandoverBody;
}

const isCarer = ({ relation, endedAt }: Link): boolean => relation !== 'self' && endedAt === undefined;

/** A token of this very second must not read or write any more either. */
const changeOf = ({ context, stamp }: Deciding, decision: Decision): Partial<Link> => {
  if (decision === 'end')
    return { endedAt: stamp.at, notBefore: Math.floor(context.now().epochMilliseconds / 1000) + 1 };
  return decision === 'limit' ? { mayRecord: false } : {};
};

const told = ({ context, caller }: Deciding, one: Link, decision: Decision): Act[] => {
  if (decision === 'keep' || one.email === undefined) return [];
  const mail = mailItem(context, {
    owner: { of: 'centre', centre: one.centre },
    message: decision === 'end' ? 'link-ended' : 'link-limited',
    to: one.email,
    zone: 'Europe/London',
    locale: one.language,
    values: {},
    by: caller.account,
  });
  return [{ act: 'put', label: 'mail', entity: outbox, item: mail, over: 'absent' }];
};

/** Each link with its decision and, where the young person has signed, their own consent: one item is written once. */
const onLinks = (deciding: Deciding, links: readonly Link[]): Act[] => {
  const { body, stamp } = deciding;
  const decisions = new Map(body.links.map(({ account, decision }) => [account, decision]));
  return links.flatMap((before): Act[] => {
    const decision = isCarer(before) ? (decisions.get(before.account) ?? 'keep') : 'keep';
    const consented = body.consent === undefined ? {} : { consent: 'given' as const };
    const item: Link = {
      ...before,
      ...changeOf(deciding, decision),
      ...consented,
      ...changed(before, stamp),
    };
    return [
      { act: 'put', label: 'link', entity: link, item, over: before.version },
      ...told(deciding, before, decision),
    ];
  });
};

const onConsent = ({ body, stamp }: Deciding, patient: State, id: string): Act[] => {
  if (body.consent === undefined) return [];
  const { centre, patient: of } = patient;
  const given = { change: 'given', relation: 'self', ...body.consent } as const;
  const item = { centre, patient: of, consent: id, ...given, ...created(stamp) };
  return [{ act: 'put', label: 'consent', entity: consent, item, over: 'absent' }];
};

const wrongOf = (context: Context, patient: State, body: HandoverBody, links: readonly Link[]) => {
  const carers = links.filter(isCarer).map(({ account }) => account);
  const decided = body.links.map(({ account }) => account);
  // As many as there are, and each of them: so nobody stands there twice.
  const isWhole = decided.length === carers.length && carers.every((account) => decided.includes(account));
  if (!isWhole) return invalid('/links', 'not-every-link');
  const on = body.consent?.on;
  return on !== undefined && on > localDay(context.now(), patient.homeZone)
    ? invalid('/consent/on', 'in-the-future')
    : undefined;
};

/**
 * Hands a diary over to the young person, as the centre has decided with them: each carer's link is kept, limited to
 * reading, or ended, and their own consent is recorded where they have signed one. A carer whose link ends loses the
 * diary with this write. It can be decided before the birthday, too, when everybody is there.
 *
 * @returns `not-now` without a handover to come, or once it is done; `not-every-link` for a carer who was left out
 */
export const decideHandover = async (
  context: Context,
  caller: StaffCaller,
  given: { readonly patient: string; readonly body: HandoverBody },
): Promise<Result<Saved>> => {
  const { body } = given;
  const asked = { patient: given.patient, mutationId: body.mutationId };
  const result = await changePatient(context, caller, asked, async ({ stamp, patient }) => {
    const diary = diaryOf(caller, given.patient);
    const [before, found] = await Promise.all([
      context.store.get(handover, handover.key(diary)),
      context.store.queryAll(patterns.linksOf(diary.centre, diary.patient)),
    ]);
    if (before === undefined || before.doneAt !== undefined) return fail('not-now');
    const links = found.map(({ item }) => item);
    const wrong = wrongOf(context, patient, body, links);
    if (wrong !== undefined) return wrong;
    const deciding: Deciding = { context, caller, stamp, body };
    const done = { ...before, doneAt: stamp.at, ...changed(before, stamp) };
    const { consent: own } = body;
    return ok({
      state: own === undefined ? patient : { ...patient, consent: { state: 'given', on: own.on } },
      more: [
        { act: 'put', label: 'handover', entity: handover, item: done, over: before.version },
        ...onConsent(deciding, patient, context.newId()),
        ...onLinks(deciding, links),
      ],
      happening: {
        action: 'decide-handover',
        about: given.patient,
        after: { links: body.links, ownConsent: own !== undefined },
      },
    });
  });
  return savedPatient(result);
};
