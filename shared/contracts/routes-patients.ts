import * as c from './centre.ts';
import * as d from './patient.ts';
import { monthQuery } from './diary.ts';
import { exportQuery } from './export.ts';
import * as e from './entries.ts';
import { insightsQuery, insightsView } from './insights.ts';
import { pageOf } from './page.ts';
import { photo } from './photo.ts';
import { handoverBody } from './handover.ts';
import * as p from './plan.ts';
import * as r from './rights.ts';
import { route } from './route.ts';
import { closed, patientSharingRoutes } from './routes-patient-sharing.ts';
import { patientStockRoutes } from './routes-patient-stock.ts';

const patientAt = 'v1/centre/patients/{p}';
const managers = ['data-manager'] as const;
const carers = ['data-manager', 'consultant', 'nurse'] as const;
const deciders = ['data-manager', 'consultant'] as const;
const transcribers = ['data-manager', 'nurse'] as const;
const one = { audience: 'centre', params: d.patientParams } as const;
const item = { audience: 'centre', params: d.patientItemParams } as const;
const written = { ...item, groups: transcribers, response: e.saved } as const;

/** Patients of a centre and their diaries, as staff reach them. */
export const patientRoutes = [
  // A family name, and a page's cursor with one in it, stay out of URLs and so out of every log of them.
  route('list-patients', 'POST /v1/centre/patients/search', {
    audience: 'centre',
    reads: true,
    does: 'The roster by name, with recording and delivery status.',
    body: c.rosterSearch,
    response: pageOf(c.rosterRow),
  }),
  route('put-patient', `PUT /${patientAt}`, {
    ...one,
    groups: managers,
    does: 'Enrols a patient, or corrects the details with If-Match.',
    body: d.patientBody,
    response: e.saved,
    ifMatch: true,
  }),
  route('get-patient', `GET /${patientAt}`, {
    ...one,
    does: 'A patient’s details, plans, consent and linked accounts.',
    response: d.patient,
  }),
  route('get-patient-month', `GET /${patientAt}/month`, {
    ...one,
    does: 'One month of a patient’s diary.',
    query: monthQuery,
    response: d.patientMonth,
  }),
  route('get-patient-photo', `GET /${patientAt}/bleeds/{id}/photos/{photo}`, {
    audience: 'centre',
    params: d.patientPhotoParams,
    does: 'One photo of a patient’s bleed, as base64; each look is in the access log.',
    response: photo,
  }),
  route('get-patient-insights', `GET /${patientAt}/insights`, {
    ...one,
    does: 'What a patient’s diary tells of a period, as the patient sees it.',
    query: insightsQuery,
    response: insightsView,
  }),
  route('put-patient-treatment', `PUT /${patientAt}/treatments/{id}`, {
    ...written,
    does: 'Records or corrects a treatment for a patient, from paper or as staff.',
    body: e.treatmentBody,
    ifMatch: true,
  }),
  route('put-patient-bleed', `PUT /${patientAt}/bleeds/{id}`, {
    ...written,
    does: 'Records or corrects a bleed for a patient.',
    body: e.bleedBody,
    ifMatch: true,
  }),
  route('put-patient-not-taken', `PUT /${patientAt}/not-taken/{id}`, {
    ...written,
    does: 'Marks planned doses as not taken for a patient.',
    body: e.notTakenBody,
  }),
  route('put-patient-confirmation', `PUT /${patientAt}/confirmations/{id}`, {
    ...written,
    does: 'Confirms a period for a patient.',
    body: e.confirmationBody,
  }),
  route('void-patient-entry', `POST /${patientAt}/entries/{id}/void`, {
    ...written,
    does: 'Takes an entry out of a patient’s diary with a reason; its history stays.',
    body: e.voidBody,
    ifMatch: true,
  }),
  route('put-plan', `PUT /${patientAt}/plans/{id}`, {
    ...item,
    groups: carers,
    otherwise: { withdrawn: closed('There is nothing left to plan.') },
    does: 'Sets a new plan with its own effective day; earlier plans stay as they were.',
    body: p.planBody,
    response: e.saved,
  }),
  route('put-consent', `PUT /${patientAt}/consents/{id}`, {
    ...written,
    does: 'Records that written consent was given or revoked.',
    body: d.consentBody,
  }),
  route('put-paper-statement', `PUT /${patientAt}/statement`, {
    ...one,
    groups: transcribers,
    does: 'Records which privacy statement a person who records on paper agreed to.',
    body: d.paperStatementBody,
    response: e.saved,
  }),
  route('invite-person', `PUT /${patientAt}/invitations/{id}`, {
    ...item,
    groups: transcribers,
    otherwise: {
      withdrawn: closed('Nobody is invited to a closed diary.'),
      unconsented: {
        answers: 'consent-needed',
        why: 'Nobody is linked to a child before the written consent.',
      },
    },
    does: 'Invites the patient or a carer by mail or by a printed letter.',
    body: d.personInvitationBody,
    response: c.invitationMade,
  }),
  route('put-link', `PUT /${patientAt}/links/{account}`, {
    audience: 'centre',
    params: d.patientAccountParams,
    groups: transcribers,
    does: 'Confirms or ends the link of an account to this patient.',
    body: d.linkBody,
    response: d.patientLink,
  }),
  route('decide-handover', `PUT /${patientAt}/handover`, {
    ...one,
    groups: transcribers,
    does: 'Hands the diary over to the young person: each carer’s link kept, limited or ended, and their own consent.',
    body: handoverBody,
    response: e.saved,
  }),
  route('recover-account', `POST /${patientAt}/links/{account}/recover`, {
    audience: 'centre',
    params: d.patientAccountParams,
    groups: transcribers,
    does: 'After an identity check: tells a forgotten username, or resets a password or second factor.',
    body: d.recoveryBody,
    response: d.recovered,
  }),
  ...patientSharingRoutes,
  ...patientStockRoutes,
  route('answer-request', `PUT /${patientAt}/requests/{id}`, {
    ...item,
    groups: managers,
    does: 'Says that a request was seen, or what was decided, in words to whoever asked.',
    body: r.requestAnswerBody,
    response: r.requestView,
  }),
  route('put-delivery', `PUT /${patientAt}/delivery-status`, {
    ...one,
    groups: deciders,
    does: 'A person’s decision on home delivery, with its reason.',
    body: p.deliveryBody,
    response: e.saved,
  }),
  route('put-pause', `PUT /${patientAt}/pause`, {
    ...one,
    groups: carers,
    otherwise: { withdrawn: closed('No clock runs that could be stopped.') },
    does: 'Stops the recording clock for a hospital stay, holiday or trial, or ends that pause.',
    body: p.pauseBody,
    response: e.saved,
  }),
  route('stop-patient', `POST /${patientAt}/stop`, {
    ...one,
    groups: managers,
    otherwise: { withdrawn: closed('It is closed already.') },
    does: 'Closes the diary of someone who died, left or withdrew: nothing is ever sent again.',
    body: p.stopBody,
    response: e.saved,
  }),
  route('put-paper-form', `PUT /${patientAt}/paper-forms/{id}`, {
    ...written,
    does: 'Notes that a paper form arrived, which stops the recording clock before it is typed in.',
    body: d.paperFormBody,
  }),
  route('note-contact', `PUT /${patientAt}/contacts/{id}`, {
    ...item,
    groups: carers,
    does: 'Notes that somebody reached the patient about a lapse.',
    body: d.contactBody,
    response: e.saved,
  }),
  route('export-patient', `GET /${patientAt}/export`, {
    ...one,
    groups: carers,
    does: 'A period of one patient’s diary as Excel, PDF, CSV, JSON or FHIR.',
    query: exportQuery,
    response: 'file',
  }),
] as const;
