import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Outcome } from '../api/failure.ts';

/** What every list route answers. */
interface ListPage<T> {
  readonly items: readonly T[];
  readonly cursor?: string | undefined;
}
/** Asks one page of a list; without a cursor the first. */
export type ReadPage<T> = (cursor: string | undefined) => Promise<Outcome<ListPage<T>>>;

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
  readonly cursor?: string | undefined;
  readonly failure?: Failure;
  readonly loading: boolean;
}

/**
 * Reads a list page by page, and afresh when `key` changes, for example with another search. While it is read the
 * earlier rows stay, so that nothing jumps; an answer that is overtaken by a later question is dropped.
 */
export function usePaged<T>(readPage: ReadPage<T>, key = ''): Paged<T> {
  const [state, setState] = useState<State<T>>({ loading: true });
  const asked = useRef(0);
  const read = useCallback(
    async (cursor: string | undefined, before: readonly T[]): Promise<void> => {
      asked.current += 1;
      const turn = asked.current;
      setState(({ items, cursor: kept }) => ({
        ...(items === undefined ? {} : { items }),
        cursor: kept,
        loading: true,
      }));
      const outcome = await readPage(cursor);
      if (turn !== asked.current) return;
      if (outcome.ok) {
        const { items, cursor: next } = outcome.value;
        setState({ items: [...before, ...items], cursor: next, loading: false });
      } else setState((now) => ({ ...now, failure: outcome.failure, loading: false }));
    },
    [key],
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
