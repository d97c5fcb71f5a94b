import * as c from './centre.ts';
import { pageOf, pageQuery } from './page.ts';
import { route } from './route.ts';
import * as r from './recall.ts';
import { recall, recallBody, recalls } from './stock.ts';

const managers = ['data-manager'] as const;

/** A centre's own affairs. */
export const centreRoutes = [
  route('get-centre', 'GET /v1/centre', {
    audience: 'centre',
    does: 'The centre, its policy and who is signed in.',
    response: c.staffMe,
  }),
  route('put-policy', 'PUT /v1/centre/policy', {
    audience: 'centre',
    groups: managers,
    does: 'Sets the centre’s recording policy and emergency sites.',
    body: c.policyBody,
    response: c.centreWithPolicy,
    ifMatch: true,
  }),
  route('list-staff', 'GET /v1/centre/staff', {
    audience: 'centre',
    does: 'The staff of the centre with their jobs.',
    query: pageQuery,
    response: pageOf(c.staffMember),
  }),
  route('put-staff', 'PUT /v1/centre/staff/{account}', {
    audience: 'centre',
    groups: managers,
    does: 'Ends a membership or resets a lost second factor. The last data manager stays.',
    params: c.accountParams,
    body: c.staffBody,
    response: c.staffMember,
  }),
  route('invite-staff', 'PUT /v1/centre/invitations/{id}', {
    audience: 'centre',
    groups: managers,
    does: 'Invites a colleague by mail.',
    params: c.idParams,
    body: c.staffInvitationBody,
    response: c.invitationMade,
  }),
  route('list-worklist', 'GET /v1/centre/worklist', {
    audience: 'centre',
    does: 'What needs a person, most urgent first.',
    query: pageQuery,
    response: pageOf(c.worklistRow),
  }),
  route('list-recalls', 'GET /v1/centre/recalls', {
    audience: 'centre',
    does: 'The batches that the centre calls back, and those it no longer does.',
    response: recalls,
  }),
  route('put-recall', 'PUT /v1/centre/recalls/{id}', {
    audience: 'centre',
    groups: managers,
    does: 'Calls a batch back, or ends that: everyone of the centre who holds or records it is shown so.',
    params: c.idParams,
    body: recallBody,
    response: recall,
  }),
  route('trace-recall', 'GET /v1/centre/recalls/{id}/patients', {
    audience: 'centre',
    does: 'Who used and who holds a recalled batch; then, a page at a time, those of whom the record can’t tell.',
    params: c.idParams,
    query: r.recallTraceQuery,
    response: r.recallTrace,
  }),
  route('put-recall-contact', 'PUT /v1/centre/recalls/{id}/patients/{p}', {
    audience: 'centre',
    groups: ['data-manager', 'nurse'],
    does: 'Notes that somebody was told of a recall, or could not be reached.',
    params: r.recallPersonParams,
    body: r.recallContactBody,
    response: r.recallContact,
  }),
  route('start-export', 'PUT /v1/centre/exports/{id}', {
    audience: 'centre',
    groups: managers,
    does: 'Starts an Excel export of a date range of the whole centre.',
    params: c.idParams,
    body: c.exportBody,
    response: c.exportJob,
  }),
  route('list-exports', 'GET /v1/centre/exports', {
    audience: 'centre',
    groups: managers,
    does: 'The centre’s exports, newest first.',
    query: pageQuery,
    response: pageOf(c.exportJob),
  }),
  route('get-export', 'GET /v1/centre/exports/{id}', {
    audience: 'centre',
    groups: managers,
    does: 'One export, with a download link signed now when it is ready.',
    params: c.idParams,
    response: c.exportJob,
  }),
] as const;
