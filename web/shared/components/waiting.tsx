import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { commonWords } from '../words/en/common.ts';

/** Nothing for 300 ms, then a quiet line: something that comes and goes at once only unsettles. */
export function Waiting({ children = commonWords.waiting }: { readonly children?: string }): VNode {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setShown(true);
    }, 300);
    return () => {
      window.clearTimeout(timer);
    };
  }, []);
  return (
    <p class="waiting" role="status">
      {shown ? children : ''}
    </p>
  );
}
