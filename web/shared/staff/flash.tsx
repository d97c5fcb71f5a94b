import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { announce } from '../components/announce.ts';
import { Notice } from '../components/notice.tsx';
import { router } from '../router/router.ts';

const message = signal<string | undefined>(undefined);

/** Goes to a page and says there what was just done. */
export function goWith(path: string, text: string): void {
  message.value = text;
  announce(text);
  router.go(path);
}

/** What was just done, until the person goes on to another page. */
export function Flash(): VNode | null {
  useEffect(
    () => () => {
      message.value = undefined;
    },
    [],
  );
  if (message.value === undefined) return null;
  return <Notice kind="success" title={message.value} />;
}
