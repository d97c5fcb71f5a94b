import { render, type VNode } from 'preact';
import type { Audience } from '#contracts/route.ts';
import { router } from './router/router.ts';
import { session } from './session/session.ts';

/** Starts one of the three sites: links, an earlier session, the first page. */
export function startSite(audience: Audience, app: VNode): void {
  const place = document.getElementById('app');
  if (place === null) throw new Error('The page has no place for the app.');
  router.listen();
  void session.start(audience);
  render(app, place);
}
