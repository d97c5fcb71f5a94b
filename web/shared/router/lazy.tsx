import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Failed } from '../components/failed.tsx';
import { Waiting } from '../components/waiting.tsx';

/**
 * A component that loads its code when it is first drawn: `lazy(() => import('./x.tsx').then((m) => m.X))`.
 * Says so, with a way to try again, where the code can't be fetched.
 */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | undefined;
  return function Lazy(props: P) {
    const [Part, setPart] = useState<ComponentType<P> | undefined>(() => loaded);
    const [failed, setFailed] = useState(false);
    const [attempt, setAttempt] = useState(0);
    useEffect(() => {
      if (loaded !== undefined) return;
      setFailed(false);
      load().then(
        (part) => {
          loaded = part;
          setPart(() => part);
        },
        () => {
          setFailed(true);
        },
      );
    }, [attempt]);
    if (Part !== undefined) return <Part {...props} />;
    if (failed)
      return (
        <Failed
          code="offline"
          onRetry={() => {
            setAttempt(attempt + 1);
          }}
        />
      );
    return <Waiting />;
  };
}
