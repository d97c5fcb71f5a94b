import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { RouteName } from '#contracts/routes.ts';
import { api } from '../api/api.ts';
import type { Answer, Call } from '../api/call.ts';
import type { Failure } from '../api/failure.ts';

/** The routes that answer `{ items, cursor }` and are asked with a cursor. */
export type ListName = {
  [N in RouteName]: Answer<N> extends { items: readonly unknown[] } ? N : never;
}[RouteName];
export type ItemOf<N extends ListName> = Answer<N>['items'][number];

export interface Paged<T> {
  /** `undefined` until the first page is there. */
  readonly items: readonly T[] | undefined;
  readonly more: boolean;
  readonly loading: boolean;
  readonly failure: Failure | undefined;
  readonly again: () => void;
  readonly readMore: () => void;
}

interface State<T> {
  readonly items?: readonly T[];
  readonly cursor?: string;
  readonly failure?: Failure;
  readonly loading: boolean;
}

/** Reads a list page by page. While another search is read, the earlier rows stay, so that nothing jumps. */
export function usePaged<N extends ListName>(name: N, query: Readonly<Record<string, string>>): Paged<ItemOf<N>> {
  const key = JSON.stringify(query);
  const [state, setState] = useState<State<ItemOf<N>>>({ loading: true });
  const asked = useRef(0);
  const read = useCallback(
    async (cursor: string | undefined, before: readonly ItemOf<N>[]): Promise<void> => {
      asked.current += 1;
      const turn = asked.current;
      setState(({ failure: _gone, ...now }) => ({ ...now, loading: true }));
      const call = { query: { ...query, ...(cursor === undefined ? {} : { cursor }) } };
      const outcome = await api(name, call as Call<N>);
      if (turn !== asked.current) return;
      if (!outcome.ok) setState((now) => ({ ...now, failure: outcome.failure, loading: false }));
      else {
        const { items, cursor: next } = outcome.value;
        setState({ items: [...before, ...items], loading: false, ...(next === undefined ? {} : { cursor: next }) });
      }
    },
    [name, key],
  );
  useEffect(() => {
    void read(undefined, []);
    return () => {
      asked.current += 1;
    };
  }, [read]);
  return {
    items: state.items,
    more: state.cursor !== undefined,
    loading: state.loading,
    failure: state.failure,
    again: () => void read(undefined, []),
    readMore: () => void read(state.cursor, state.items ?? []),
  };
}
