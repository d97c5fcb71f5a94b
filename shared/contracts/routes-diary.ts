import * as d from './diary.ts';
import * as e from './entries.ts';
import { exportQuery } from './export.ts';
import { insightsQuery, insightsView } from './insights.ts';
import * as p from './photo.ts';
import { lateBody, lateParams, lateReceived } from './late.ts';
import { rightsRoutes } from './routes-rights.ts';
import { stockRoutes } from './routes-stock.ts';
import { route } from './route.ts';
import { syncAnswer, syncBody } from './sync.ts';

const at = 'v1/diaries/{c}/{p}';
const entryRoute = { audience: 'diary', params: d.diaryEntryParams, response: e.saved } as const;

const ofWithheldBleed = {
  'withheld-entry': { answers: 'not-there', why: 'The photo shows the very bleed that is withheld.' },
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
  route('move-entry', `POST /${at}/entries/{id}/move`, {
    ...entryRoute,
    does: 'Moves an entry to another diary of the same account, in one act on both; its history stays in each.',
    body: e.moveBody,
    ifMatch: true,
  }),
  ...stockRoutes,
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
    does: 'A period of this diary as Excel, PDF, CSV, JSON or FHIR. Once exported, its safety is the reader’s.',
    params: d.diaryParams,
    query: exportQuery,
    response: 'file',
  }),
  ...rightsRoutes,
] as const;
