import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Waiting } from '../components/waiting.tsx';
import { commonWords } from '../words/en/common.ts';

interface Options {
  /** Its code is fetched with the module that names it, beside what it will show, instead of when it is first drawn. */
  readonly early?: boolean;
}

/**
 * A component that loads its code when it is first drawn: `lazy(() => import('./x.tsx').then((m) => m.X))`.
 * Says so, with a way to try again, where the code can't be fetched.
 */
export function lazy<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { early = false }: Options = {},
): ComponentType<P> {
  let loaded: ComponentType<P> | undefined;
  const fetched = async (): Promise<boolean> => {
    try {
      loaded ??= await load();
      return true;
    } catch {
      return false;
    }
  };
  // Where that fails it is tried again, and said, when the component is drawn.
  if (early) void fetched();
  return function Lazy(props: P) {
    const [Part, setPart] = useState<ComponentType<P> | undefined>(() => loaded);
    const [failed, setFailed] = useState(false);
    const [attempt, setAttempt] = useState(0);
    useEffect(() => {
      if (Part !== undefined) return;
      setFailed(false);
      void fetched().then((isThere) => {
        if (isThere) setPart(() => loaded);
        setFailed(!isThere);
      });
    }, [attempt]);
    if (Part !== undefined) return <Part {...props} />;
    if (!failed) return <Waiting />;
    return (
      <div class="notice notice-warning" role="alert">
        <p>{commonWords.notLoaded}</p>
        <button
          type="button"
          class="button button-second"
          onClick={() => {
            setAttempt(attempt + 1);
          }}
        >
          {commonWords.tryAgain}
        </button>
      </div>
    );
  };
}
