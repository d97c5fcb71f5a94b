import * as z from 'zod';
import * as c from './centre.ts';
import { statement } from './diary.ts';
import { pageOf, pageQuery } from './page.ts';
import * as r from './registry.ts';
import { route } from './route.ts';

const managers = ['manager'] as const;

export const registryRoutes = [
  route('get-registry', 'GET /v1/registry', {
    audience: 'registry',
    does: 'Who is signed in.',
    response: r.registryMe,
  }),
  route('list-centres', 'GET /v1/registry/centres', {
    audience: 'registry',
    does: 'The centres and their status.',
    query: pageQuery,
    response: pageOf(c.centre),
  }),
  route('put-centre', 'PUT /v1/registry/centres/{c}', {
    audience: 'registry',
    groups: managers,
    does: 'Onboards a centre and invites its first data manager, or corrects the centre with If-Match.',
    params: r.centreParams,
    body: c.centreBody,
    response: c.centre,
    ifMatch: true,
  }),
  route('get-centre-for-registry', 'GET /v1/registry/centres/{c}', {
    audience: 'registry',
    does: 'One centre with its policy.',
    params: r.centreParams,
    response: c.centreWithPolicy,
  }),
  route('put-centre-status', 'PUT /v1/registry/centres/{c}/status', {
    audience: 'registry',
    groups: managers,
    does: 'Suspends a centre or makes it active again.',
    params: r.centreParams,
    body: r.centreStatusBody,
    response: c.centre,
  }),
  route('recover-centre', 'PUT /v1/registry/centres/{c}/recovery', {
    audience: 'registry',
    groups: managers,
    does: 'Helps a centre that has lost its last data manager: resets their second factor or invites a new one.',
    params: r.centreParams,
    body: r.centreRecoveryBody,
    response: 'nothing',
  }),
  route('list-registry-staff', 'GET /v1/registry/staff', {
    audience: 'registry',
    groups: managers,
    does: 'Who works at the registry, and who waits for help back in.',
    response: z.object({ items: z.array(r.registryMember) }),
  }),
  route('recover-colleague', 'PUT /v1/registry/staff/{account}/recovery', {
    audience: 'registry',
    groups: managers,
    does: 'Resets a colleague’s lost second factor once a second person has confirmed it.',
    params: c.accountParams,
    body: r.registryRecoveryBody,
    response: r.recoveryAsked,
  }),
  route('put-statement', 'PUT /v1/registry/statements/{version}', {
    audience: 'registry',
    groups: managers,
    does: 'Publishes the next version of the privacy statement.',
    params: r.statementParams,
    body: r.statementBody,
    response: statement,
  }),
] as const;
