import * as z from 'zod';
import * as d from './diary.ts';
import * as e from './entries.ts';
import { exportQuery } from './export.ts';
import { pageOf, pageQuery } from './page.ts';
import { insightsQuery, insightsView } from './insights.ts';
import * as p from './photo.ts';
import * as r from './rights.ts';
import { remindersBody, remindersView } from './reminders.ts';
import { lateBody, lateParams, lateReceived } from './late.ts';
import { route } from './route.ts';
import { syncAnswer, syncBody } from './sync.ts';
import * as s from './stock.ts';

const at = 'v1/diaries/{c}/{p}';
const entryRoute = { audience: 'diary', params: d.diaryEntryParams, response: e.saved } as const;

const ofWithheldBleed = {
  'withheld-entry': { answers: 'not-there', why: 'The photo shows the very bleed that is withheld.' },
} as const;

const aRight = {
  answers: 'let-in',
  why: 'Whoever refuses the statement may still ask to withdraw.',
} as const;

export const diaryRoutes = [
  route('get-me', 'GET /v1/me', {
    audience: 'diary',
    does: 'The signed-in account, its diaries, and whether the privacy statement must be agreed to.',
    response: d.me,
  }),
  route('answer-statement', 'PUT /v1/me/statement', {
    audience: 'diary',
    otherwise: {
      'revoked-link': { answers: 'not-there', why: 'An account without a diary has nothing to agree for.' },
    },
    does: 'Agrees to, or refuses, the privacy statement for this account.',
    body: d.statementAnswer,
    response: d.me,
  }),
  route('set-preferences', 'PUT /v1/me/preferences', {
    audience: 'diary',
    otherwise: {
      'revoked-link': { answers: 'not-there', why: 'Preferences are kept with an account’s diaries.' },
    },
    does: 'Sets what this account prefers: the language of its pages and mails.',
    body: d.preferencesBody,
    response: d.me,
  }),
  route('hand-over-late', 'PUT /v1/me/late/{id}', {
    audience: 'diary',
    otherwise: {
      own: { answers: 'not-now', why: 'Whoever may still record does that.' },
      'old-statement': { answers: 'not-now', why: 'Whoever may still record does that.' },
    },
    does: 'Leaves with the centre what was recorded before a link or the consent ended and could not be sent in time.',
    params: lateParams,
    body: lateBody,
    response: lateReceived,
  }),
  route('get-month', `GET /${at}`, {
    audience: 'diary',
    does: 'One month of a diary with planned doses, status and the centre’s numbers.',
    params: d.diaryParams,
    query: d.monthQuery,
    response: d.monthView,
  }),
  route('get-insights', `GET /${at}/insights`, {
    audience: 'diary',
    does: 'What a diary tells of a period, and of a second one beside it, each with its n and window.',
    params: d.diaryParams,
    query: insightsQuery,
    response: insightsView,
  }),
  route('get-copy', `GET /${at}/copy`, {
    audience: 'diary',
    does: 'Three months for a device to show without a connection. The access log calls it what it is: a copy kept.',
    params: d.diaryParams,
    query: d.monthQuery,
    response: d.copy,
  }),
  route('sync-acts', `POST /${at}/sync`, {
    audience: 'diary',
    does: 'Up to 20 acts that waited on a device, in order; each is kept, asked about or refused by itself.',
    params: d.diaryParams,
    body: syncBody,
    response: syncAnswer,
  }),
  route('put-treatment', `PUT /${at}/treatments/{id}`, {
    ...entryRoute,
    does: 'Records a treatment, or corrects it with If-Match.',
    body: e.treatmentBody,
    ifMatch: true,
  }),
  route('put-bleed', `PUT /${at}/bleeds/{id}`, {
    ...entryRoute,
    does: 'Records a bleed, treated or not, or corrects it with If-Match.',
    body: e.bleedBody,
    ifMatch: true,
  }),
  route('put-not-taken', `PUT /${at}/not-taken/{id}`, {
    ...entryRoute,
    does: 'Marks planned doses of a day or a range as not taken.',
    body: e.notTakenBody,
  }),
  route('put-confirmation', `PUT /${at}/confirmations/{id}`, {
    ...entryRoute,
    does: 'Confirms "no bleeds" or "no other treatment" for a period.',
    body: e.confirmationBody,
  }),
  route('void-entry', `POST /${at}/entries/{id}/void`, {
    ...entryRoute,
    does: 'Takes an entry out of the diary with a reason; its history stays.',
    body: e.voidBody,
    ifMatch: true,
  }),
  route('get-stock', `GET /${at}/stock`, {
    audience: 'diary',
    does: 'What is at home, how long it lasts by the plan, and what came and went in the last year.',
    params: d.diaryParams,
    response: s.stockView,
  }),
  route('put-delivered', `PUT /${at}/deliveries/{id}`, {
    ...entryRoute,
    does: 'Tells that boxes arrived.',
    body: s.deliveredBody,
  }),
  route('put-counted', `PUT /${at}/stock-takes/{id}`, {
    ...entryRoute,
    does: 'Tells what was counted at home; what differs from what should be there stays written down.',
    body: s.countedBody,
  }),
  route('put-wasted', `PUT /${at}/wasted/{id}`, {
    ...entryRoute,
    does: 'Tells that containers can’t be used any more.',
    body: s.wastedBody,
  }),
  route('put-warmed', `PUT /${at}/room-temperature/{id}`, {
    ...entryRoute,
    does: 'Tells on which day containers left the refrigerator.',
    body: s.warmedBody,
  }),
  route('get-reminders', `GET /${at}/reminders`, {
    audience: 'diary',
    does: 'What the signed-in account is mailed about this diary by its own choice.',
    params: d.diaryParams,
    response: remindersView,
  }),
  route('set-reminders', `PUT /${at}/reminders`, {
    audience: 'diary',
    does: 'Chooses those reminders: which day and hour, or none. Those that home delivery depends on are not among them.',
    params: d.diaryParams,
    body: remindersBody,
    response: remindersView,
  }),
  route('get-plans', `GET /${at}/plans`, {
    audience: 'diary',
    does: 'The plan in force and every plan before and after it.',
    params: d.diaryParams,
    response: s.planHistory,
  }),
  route('put-photo', `PUT /${at}/bleeds/{id}/photos/{photo}`, {
    audience: 'diary',
    otherwise: ofWithheldBleed,
    does: 'Adds a photo to a bleed; refused where it holds more than the picture, such as where it was taken.',
    params: p.photoParams,
    body: p.photoBody,
    response: e.saved,
  }),
  route('get-photo', `GET /${at}/bleeds/{id}/photos/{photo}`, {
    audience: 'diary',
    otherwise: ofWithheldBleed,
    does: 'One photo of a bleed, as base64.',
    params: p.photoParams,
    response: p.photo,
  }),
  route('void-photo', `POST /${at}/bleeds/{id}/photos/{photo}/void`, {
    audience: 'diary',
    does: 'Deletes a photo; that there was one stays in the history.',
    params: p.photoParams,
    body: p.photoVoidBody,
    response: e.saved,
  }),
  route('export-diary', `GET /${at}/export`, {
    audience: 'diary',
    does: 'A period of this diary as Excel, CSV, JSON or FHIR. Once exported, its safety is the reader’s.',
    params: d.diaryParams,
    query: exportQuery,
    response: 'file',
  }),
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
