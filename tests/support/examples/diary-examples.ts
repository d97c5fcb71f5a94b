import { diaryRoutes } from '#contracts/routes-diary.ts';
import { addDays } from '#domain/calendar-day.ts';
import { bleedBody, period, treatmentBody, typed } from './bodies.ts';
import { countedBody, deliveredBody, takenBackBody, warmedBody, wastedBody } from './stock-bodies.ts';
import { SMALLEST_PHOTO } from './smallest-photo.ts';
import { nothing, type About, type Example } from './example.ts';

type Names = (typeof diaryRoutes)[number]['name'];

const diary = ({ centre: c, patient: p }: About) => ({ c, p });
const made = (about: About) => ({ ...nothing, params: { ...diary(about), id: about.fresh } });

/** Somebody at home, about a diary of theirs. */
export const diaryExamples: { readonly [N in Names]: Example<N> } = {
  'get-me': () => nothing,
  'answer-statement': ({ act, statement }) => ({
    ...nothing,
    body: { mutationId: act, version: statement, agreed: true },
  }),
  'set-preferences': ({ act }) => ({ ...nothing, body: { mutationId: act, language: 'cy' } }),
  'get-month': (about) => ({
    ...nothing,
    params: diary(about),
    query: { month: about.today.slice(0, 7) },
  }),
  'get-insights': (about) => ({
    ...nothing,
    params: diary(about),
    query: { from: addDays(about.today, -364), to: about.today },
  }),
  'hand-over-late': (about) => ({
    ...nothing,
    params: { id: about.fresh },
    body: {
      mutationId: about.act,
      centre: about.centre,
      patient: about.patient,
      madeAt: '2025-12-31T08:00:00Z',
      made: { kind: 'bleed', id: about.fresh, body: bleedBody(about) },
    },
  }),
  'get-copy': (about) => ({
    ...nothing,
    params: diary(about),
    query: { month: about.today.slice(0, 7) },
  }),
  'sync-acts': (about) => ({
    ...nothing,
    params: diary(about),
    body: { acts: [{ kind: 'bleed', id: about.fresh, body: bleedBody(about) }] },
  }),
  'put-treatment': (about) => ({ ...made(about), body: treatmentBody(about) }),
  'put-bleed': (about) => ({ ...made(about), body: bleedBody(about) }),
  'put-not-taken': (about) => ({
    ...made(about),
    body: { ...typed(about), ...period(about), passed: ['nothing-planned'] },
  }),
  'put-confirmation': (about) => ({
    ...made(about),
    body: { ...typed(about), ...period(about), answers: ['no-bleeds'] },
  }),
  'void-entry': (about) => ({
    ...nothing,
    params: { ...diary(about), id: about.entry },
    ifMatch: about.version,
    body: { mutationId: about.act, reason: 'Typed twice' },
  }),
  'move-entry': (about) => ({
    ...nothing,
    params: { ...diary(about), id: about.entry },
    ifMatch: about.version,
    body: {
      mutationId: about.act,
      to: about.brother ?? { centre: about.centre, patient: 'brother' },
      as: about.fresh,
      others: [],
      passed: ['possible-duplicate'],
    },
  }),
  'get-stock': (about) => ({ ...nothing, params: diary(about) }),
  'put-delivered': (about) => ({ ...made(about), body: deliveredBody(about) }),
  'put-counted': (about) => ({ ...made(about), body: countedBody(about) }),
  'put-wasted': (about) => ({ ...made(about), body: wastedBody(about) }),
  'put-warmed': (about) => ({ ...made(about), body: warmedBody(about) }),
  'put-taken-back': (about) => ({ ...made(about), body: takenBackBody(about) }),
  'get-reminders': (about) => ({ ...nothing, params: diary(about) }),
  'set-reminders': (about) => ({
    ...nothing,
    params: diary(about),
    body: {
      mutationId: about.act,
      plan: { on: 'day', hour: 8 },
      stock: { weekday: 6, hour: 10 },
    },
  }),
  'get-plans': (about) => ({ ...nothing, params: diary(about) }),
  'put-photo': (about) => ({
    ...nothing,
    params: { ...diary(about), id: about.bleed ?? about.entry, photo: about.fresh },
    body: { mutationId: about.act, contentType: 'image/jpeg', data: SMALLEST_PHOTO },
  }),
  'get-photo': (about) => ({
    ...nothing,
    params: { ...diary(about), id: about.bleed ?? about.entry, photo: about.photo ?? about.fresh },
  }),
  'void-photo': (about) => ({
    ...nothing,
    params: { ...diary(about), id: about.bleed ?? about.entry, photo: about.photo ?? about.fresh },
    body: { mutationId: about.act },
  }),
  'export-diary': (about) => ({
    ...nothing,
    params: diary(about),
    query: { from: addDays(about.today, -30), to: about.today, format: 'excel' },
  }),
  'get-access-log': (about) => ({ ...nothing, params: diary(about), query: {} }),
  'list-requests': (about) => ({ ...nothing, params: diary(about) }),
  'put-request': (about) => ({
    ...made(about),
    body: { mutationId: about.act, what: 'review', text: 'Please look at June' },
  }),
  'get-entry-history': (about) => ({ ...nothing, params: { ...diary(about), id: about.entry } }),
};
