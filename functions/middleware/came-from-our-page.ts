import { headerOf, type ApiEvent } from './event.ts';

/** The host that the browser asked for, written by a CloudFront function over whatever the browser said itself. */
const VIEWER_HOST = 'x-viewer-host';

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;

/**
 * Whether a page of the very site that was asked sent this (OWASP: cross-site request forgery). Three proofs, each
 * enough in the browsers that give it: a header that another site cannot set without our consent, which everybody must
 * send; `Sec-Fetch-Site` and `Origin`, which browsers write themselves and which must not say otherwise.
 */
export const cameFromOurPage = (event: ApiEvent): boolean => {
  const origin = headerOf(event, 'origin');
  const site = headerOf(event, 'sec-fetch-site');
  return (
    headerOf(event, 'x-haemdiary') === '1' &&
    (site === undefined || site === 'same-origin') &&
    (origin === undefined || hostOf(origin) === (headerOf(event, VIEWER_HOST) ?? ''))
  );
};
