import type * as z from 'zod';
import type { Centre, CentreBody } from '#contracts/centre.ts';
import type { centreStatusBody } from '#contracts/registry.ts';
import { centreProfile, registryCentre } from '#table/entities/centre.ts';
import type { Stored } from '#table/entity.ts';
import { changed } from '#table/item.ts';
import { doneBefore } from '#usecases/centre/change-centre.ts';
import { centreOf } from '#usecases/centre/read-centre.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import type { Context, RegistryCaller } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { centreProblem, directoryPut, profileOf } from './onboard-centre.ts';
import { answerRegistryAgain, writeAtRegistry } from './registry-may.ts';

type Profile = Stored<typeof centreProfile>;

/** The registry's record follows the profile: one write, the same fields. */
const both = (after: Profile, over: number): Act[] => {
  const { emergencySites: _e, matchByClass: _m, ...listed } = after;
  return [
    { act: 'put', label: 'centre', entity: centreProfile, item: after, over },
    { act: 'put', label: 'listed', entity: registryCentre, item: listed, over: 'any' },
    directoryPut(after),
  ];
};

const write = async (
  context: Context,
  caller: RegistryCaller,
  before: Profile,
  after: Profile,
  happening: Parameters<typeof writeAtRegistry>[2]['happening'],
): Promise<Result<Centre>> =>
  writeAtRegistry(
    context,
    caller,
    { acts: both(after, before.version), happening, value: centreOf(after) },
    (refused) =>
      doneBefore(refused, 'centre', happening.mutationId)
        ? ok(centreOf(after))
        : fail('stale', { current: before.version }),
  );

/** Corrects a centre’s name, contacts and zone. The policy is the centre’s own to change. */
export const correctCentre = async (
  context: Context,
  caller: RegistryCaller,
  given: { readonly centre: string; readonly body: CentreBody; readonly version: number },
): Promise<Result<Centre>> => {
  const { centre, body, version } = given;
  const wrong = centreProblem(body);
  if (wrong !== undefined) return wrong;
  const before = await context.store.get(centreProfile, centreProfile.key({ centre }));
  if (before === undefined) return fail('not-found');
  if (before.mutationId === body.mutationId) return answerRegistryAgain(context, caller, centreOf(before));
  if (before.version !== version) return fail('stale', { current: before.version });
  const after = {
    ...before,
    ...profileOf(centre, body),
    ...changed(before, stampOf(context, caller, body.mutationId)),
  };
  return write(context, caller, before, after, {
    action: 'correct-centre',
    about: centre,
    mutationId: body.mutationId,
  });
};

/** Suspends a centre, or makes it active again. */
export const changeCentreStatus = async (
  context: Context,
  caller: RegistryCaller,
  given: { readonly centre: string; readonly body: z.infer<typeof centreStatusBody> },
): Promise<Result<Centre>> => {
  const { centre, body } = given;
  const before = await context.store.get(centreProfile, centreProfile.key({ centre }));
  if (before === undefined) return fail('not-found');
  if (before.mutationId === body.mutationId) return answerRegistryAgain(context, caller, centreOf(before));
  if (before.status === body.status) return fail('not-now');
  const after = {
    ...before,
    status: body.status,
    ...changed(before, stampOf(context, caller, body.mutationId)),
  };
  const action = body.status === 'suspended' ? 'suspend-centre' : 'reactivate-centre';
  return write(context, caller, before, after, {
    action,
    about: centre,
    reason: body.reason,
    mutationId: body.mutationId,
  });
};
