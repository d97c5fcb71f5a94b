import { useRef } from 'preact/hooks';
import type { RouteName } from '#contracts/routes.ts';
import { api } from '../api/api.ts';
import type { Answer, Call } from '../api/call.ts';
import type { Outcome } from '../api/failure.ts';
import { newId } from '../api/new-id.ts';
import type { FormModel } from '../forms/use-form.ts';
import type { FieldWords } from '../words/en/problems.ts';

/** The ids of one act. They stay the same until it is saved, so that a repeated save is the same write. */
export interface ActIds {
  readonly mutationId: string;
  readonly id: string;
}

const fresh = (): ActIds => ({ mutationId: newId(), id: newId() });

/** Calls a writing route from a form: a refusal is shown in the form, a success makes ids for the next act. */
export function useAct<N extends RouteName, V extends object>(
  name: N,
  form: FormModel<V>,
  own: FieldWords = {},
  ids: Readonly<Record<string, string>> = {},
): (call: (ids: ActIds) => Call<N>) => Promise<Outcome<Answer<N>>> {
  const act = useRef(fresh());
  return async (call) => {
    const outcome = await api(name, call(act.current));
    if (outcome.ok) act.current = fresh();
    else form.refuseWith(outcome.failure, own, ids);
    return outcome;
  };
}
