import { render, type VNode } from 'preact';
import type { Audience } from '#contracts/route.ts';
import { router } from './router/router.ts';
import { session } from './session/session.ts';
import { type Languages, loadLanguage } from './words/load-language.ts';

/**
 * Starts one of the three sites: links, an earlier session, the words of the person's language, the first page.
 *
 * @param firstPage is waited for, where drawing the frame of the page first and the page in it then would take longer;
 *   a page that cannot be loaded says so where it is drawn
 */
export async function startSite(
  audience: Audience,
  app: VNode,
  languages: Languages = {},
  firstPage: Promise<unknown> = Promise.resolve(),
): Promise<void> {
  const place = document.getElementById('app');
  if (place === null) throw new Error('The page has no place for the app.');
  router.listen();
  void session.start(audience);
  await Promise.all([loadLanguage(languages), Promise.allSettled([firstPage])]);
  // What the document was built with can be used from now on, where it is what is drawn first; else it goes unseen.
  if (document.documentElement.dataset['drawn'] === undefined) place.replaceChildren();
  render(app, place);
  place.inert = false;
}
