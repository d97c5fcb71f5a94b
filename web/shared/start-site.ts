import { render, type VNode } from 'preact';
import type { Audience } from '#contracts/route.ts';
import { router } from './router/router.ts';
import { session } from './session/session.ts';
import { type Languages, loadLanguage } from './words/load-language.ts';

/** Starts one of the three sites: links, an earlier session, the words of the person's language, the first page. */
export async function startSite(audience: Audience, app: VNode, languages: Languages = {}): Promise<void> {
  const place = document.getElementById('app');
  if (place === null) throw new Error('The page has no place for the app.');
  router.listen();
  void session.start(audience);
  await loadLanguage(languages);
  render(app, place);
}
