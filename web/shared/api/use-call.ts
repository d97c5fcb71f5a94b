import { useCallback, useEffect, useState } from 'preact/hooks';
import type { RouteName } from '#contracts/routes.ts';
import { api } from './api.ts';
import type { Answer, Call } from './call.ts';
import type { Failure } from './failure.ts';

/** What a page has of something it reads. While it is read again the earlier value stays, so nothing jumps. */
export interface Reading<T> {
  readonly value?: T;
  readonly version?: number;
  readonly failure?: Failure;
  readonly loading: boolean;
  readonly again: () => Promise<void>;
}

type State<T> = Omit<Reading<T>, 'again'>;

/** Reads a route when the page is drawn, and again when the call's values change or `again` is called. */
export function useCall<N extends RouteName>(name: N, call: Call<N>): Reading<Answer<N>> {
  const key = JSON.stringify(call);
  const [state, setState] = useState<State<Answer<N>> & { key: string }>({ loading: true, key });
  const read = useCallback(
    async (isWanted: () => boolean): Promise<void> => {
      setState((now) => ({ ...(now.key === key ? now : {}), loading: true, key }));
      const outcome = await api(name, call);
      if (!isWanted()) return;
      if (outcome.ok) setState({ ...outcome, loading: false, key });
      else setState((now) => ({ ...now, failure: outcome.failure, loading: false, key }));
    },
    [name, key],
  );
  useEffect(() => {
    let wanted = true;
    void read(() => wanted);
    return () => {
      wanted = false;
    };
  }, [read]);
  const again = useCallback(() => read(() => true), [read]);
  // The first drawing after a change of the call must not show the earlier call's value as this one's.
  return state.key === key ? { ...state, again } : { loading: true, again };
}
