import * as e from './entries.ts';
import { monthQuery } from './diary.ts';
import { pageOf, pageQuery } from './page.ts';
import { route } from './route.ts';
import * as g from './sharing.ts';

const at = 'v1/centre/shared/{c}/{p}';
const transcribers = ['data-manager', 'nurse'] as const;
const written = {
  audience: 'centre',
  params: g.sharedEntryParams,
  groups: transcribers,
  response: e.saved,
  ifMatch: true,
  otherwise: {
    'suspended-centre': {
      answers: 'signed-out',
      why: 'Their own centre is looked at before anything is written into another one’s diary.',
    },
  },
} as const;

/** Diaries of other centres, as far as those share them with this one. A grant that is over answers like one that never was. */
export const sharedRoutes = [
  route('list-directory', 'GET /v1/centre/directory', {
    audience: 'centre',
    does: 'The centres that take part, by name: whom a diary can be shared with.',
    query: pageQuery,
    response: pageOf(g.listedCentre),
  }),
  route('list-shared', 'GET /v1/centre/shared', {
    audience: 'centre',
    does: 'The diaries of other centres that are shared with this one today.',
    query: pageQuery,
    response: pageOf(g.sharedRow),
  }),
  route('get-shared-month', `GET /${at}/month`, {
    audience: 'centre',
    params: g.sharedParams,
    does: 'One month of a diary that another centre shares with this one.',
    query: monthQuery,
    response: g.sharedMonth,
  }),
  route('put-shared-treatment', `PUT /${at}/treatments/{id}`, {
    ...written,
    does: 'Records a treatment in a shared diary, or corrects one of this centre’s own with If-Match.',
    body: e.treatmentBody,
  }),
  route('put-shared-bleed', `PUT /${at}/bleeds/{id}`, {
    ...written,
    does: 'Records a bleed in a shared diary, or corrects one of this centre’s own with If-Match.',
    body: e.bleedBody,
  }),
] as const;
