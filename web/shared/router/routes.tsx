import type { ComponentType, VNode } from 'preact';
import { lazy } from './lazy.tsx';
import { matchPath } from './match-path.ts';
import { router } from './router.ts';

export interface PageProps {
  readonly params: Readonly<Record<string, string>>;
}
export interface PageRoute {
  /** For example `/patients/:p`. */
  readonly path: string;
  readonly page: ComponentType<PageProps>;
}

const NotFoundPage = lazy(() =>
  import('../components/not-found-page.tsx').then((module) => module.NotFoundPage),
);

/** Draws the first page whose path matches the address, or the page for addresses that lead nowhere. */
export function Routes({ routes }: { readonly routes: readonly PageRoute[] }): VNode {
  const path = router.path.value;
  for (const { path: pattern, page: Page } of routes) {
    const params = matchPath(pattern, path);
    if (params !== undefined) return <Page key={path} params={params} />;
  }
  return <NotFoundPage />;
}
