import type { VNode } from 'preact';
import { lazy } from '../shared/router/lazy.tsx';
import { router } from '../shared/router/router.ts';
import { Routes } from '../shared/router/routes.tsx';
import { alwaysRoutes } from './always-routes.ts';
import { diaryRoutes } from './diary-routes.tsx';

const AskedStatement = lazy(() =>
  import('./pages/statement-page.tsx').then((module) => module.StatementPage),
);

/**
 * Every page but Home, for who is signed in; its list of pages comes after the first page.
 *
 * @param props.asks the statement is still to be answered: only what is possible without it opens
 */
export function Elsewhere({ asks }: { readonly asks: boolean }): VNode {
  const isAlways = alwaysRoutes.some(({ path }) => path === router.path.value);
  if (asks && !isAlways) return <AskedStatement isAsked />;
  return <Routes routes={[...diaryRoutes, ...alwaysRoutes]} />;
}
