import { headerOf, type ApiEvent } from './event.ts';

/** Which of our sites was asked: written by that site's own CloudFront function over whatever the browser said. */
const VIEWER_SITE = 'x-viewer-site';

/**
 * Whether a session route was asked on its own site. Every site leads to the same API, but what signs somebody in at the
 * registry is no business of a page of the diary: its cookies and its guesses stay on its own host. Routes that name no
 * audience are everybody's.
 */
export const isOwnSite = (event: ApiEvent): boolean => {
  const audience = event.pathParameters?.['audience'];
  return audience === undefined || headerOf(event, VIEWER_SITE) === audience;
};
