import { lazy } from '../router/lazy.tsx';
import type { FailureProps } from './failure-notice.tsx';

/** What went wrong while reading something, with a way to try again; its many words come when one is needed. */
export const Failed = lazy<FailureProps>(() =>
  import('./failure-notice.tsx').then((module) => module.FailureNotice),
);
