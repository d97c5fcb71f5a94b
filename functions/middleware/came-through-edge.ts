import { createHash, timingSafeEqual } from 'node:crypto';
import { headerOf, type ApiEvent } from './event.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether CloudFront sent this: whoever calls the API's own address goes round the web ACL and is refused. */
export const cameThroughEdge = (event: ApiEvent, secret: string): boolean =>
  timingSafeEqual(digest(headerOf(event, 'x-origin-secret') ?? ''), digest(secret));
