import * as z from 'zod';
import * as d from './diary.ts';
import { pageOf, pageQuery } from './page.ts';
import * as r from './rights.ts';
import { route } from './route.ts';

const at = 'v1/diaries/{c}/{p}';

const aRight = {
  answers: 'let-in',
  why: 'Whoever refuses the statement may still ask to withdraw.',
} as const;

/** Who looked, what changed, and what the person asks of the centre. */
export const rightsRoutes = [
  route('get-access-log', `GET /${at}/access-log`, {
    audience: 'diary',
    does: 'Who saw and who changed this diary, newest first, as far as it may be told.',
    params: d.diaryParams,
    query: pageQuery,
    response: pageOf(r.accessLine),
  }),
  route('list-requests', `GET /${at}/requests`, {
    audience: 'diary',
    otherwise: { 'old-statement': aRight },
    does: 'What this account asked the centre of the diary for, and what the centre answered.',
    params: d.diaryParams,
    response: z.object({ items: z.array(r.requestView) }),
  }),
  route('put-request', `PUT /${at}/requests/{id}`, {
    audience: 'diary',
    otherwise: { 'old-statement': aRight },
    does: 'Asks the centre for a review, for deletion, or to withdraw.',
    params: d.diaryEntryParams,
    body: r.requestBody,
    response: r.requestView,
  }),
  route('get-entry-history', `GET /${at}/entries/{id}/history`, {
    audience: 'diary',
    otherwise: { 'withheld-entry': { answers: 'not-there', why: 'To them there is no such entry.' } },
    does: 'Who recorded and who changed one entry, with what it said before and after.',
    params: d.diaryEntryParams,
    response: z.object({ items: z.array(r.accessLine) }),
  }),
] as const;
