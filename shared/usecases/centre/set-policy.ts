import type * as z from 'zod';
import type { centreWithPolicy, policyBody } from '#contracts/centre.ts';
import { policyContradictions } from '#domain/centre-policy.ts';
import { centrePolicy, centreProfile } from '#table/entities/centre.ts';
import { outbox } from '#table/entities/system.ts';
import { changed, created } from '#table/item.ts';
import { answerAgain } from '#usecases/diary/answer-again.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import { wholePolicy } from '#usecases/recording/facts.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { doneBefore, writeAtCentre } from './change-centre.ts';
import { centreOf } from './read-centre.ts';

type Body = z.infer<typeof policyBody>;

/** The fields of a policy that contradict another one, as a failure. */
export const contradictions = (policy: Body['policy'], at: string): Result<never> | undefined => {
  const wrong = policyContradictions(wholePolicy(policy));
  return wrong.length === 0
    ? undefined
    : fail('invalid', {
        fields: wrong.map((field) => ({ pointer: `${at}/${field}`, reason: 'contradicts' })),
      });
};

/** The patients' next checks follow from it: each is queued again, after this write. */
const reassess = (context: Context, centre: string, stamp: ReturnType<typeof stampOf>): Act => {
  const id = context.newId();
  const item = {
    outbox: id,
    owner: { of: 'centre' as const, centre },
    at: stamp.at,
    job: { kind: 'reassess' as const },
    state: 'waiting' as const,
    notBefore: stamp.at,
    attempts: 0,
    ...created(stamp),
  };
  return { act: 'put', label: 'reassess', entity: outbox, item, over: 'absent' };
};

/** Sets the centre's recording policy and emergency sites, from the version the person saw. */
export const setPolicy = async (
  context: Context,
  caller: StaffCaller,
  given: { readonly body: Body; readonly version: number | undefined },
): Promise<Result<z.infer<typeof centreWithPolicy>>> => {
  const { body, version } = given;
  if (version === undefined) return invalid('/if-match', 'empty');
  const wrong = contradictions(body.policy, '/policy');
  if (wrong !== undefined) return wrong;
  const [profile, before] = await Promise.all([
    context.store.get(centreProfile, centreProfile.key(caller)),
    context.store.get(centrePolicy, centrePolicy.key(caller)),
  ]);
  if (profile === undefined || before === undefined) return fail('not-found');
  const answer = (at: number) => ({ ...centreOf(profile), version: at, policy: body.policy });
  if (before.mutationId === body.mutationId)
    return answerAgain(context, caller, {
      diary: { centre: caller.centre, patient: '-' },
      statement: 0,
      value: answer(before.version),
    });
  const stamp = stampOf(context, caller, body.mutationId);
  const after = { ...before, policy: body.policy, ...changed(before, stamp) };
  const { emergencySites, matchByClass } = body.policy;
  const acts: Act[] = [
    { act: 'put', label: 'policy', entity: centrePolicy, item: after, over: version },
    {
      act: 'update',
      label: 'profile',
      key: centreProfile.key(caller),
      set: { emergencySites, matchByClass },
      when: [{ path: 'pk', is: 'present' }],
    },
    reassess(context, caller.centre, stamp),
  ];
  const happening = {
    action: 'set-policy',
    mutationId: body.mutationId,
    before: before.policy,
    after: body.policy,
  };
  return writeAtCentre(context, caller, { acts, happening, value: answer(after.version) }, (refused) =>
    doneBefore(refused, 'policy', body.mutationId)
      ? ok(answer(after.version))
      : fail('stale', { current: before.version }),
  );
};
