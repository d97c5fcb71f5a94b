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
  route('put-statement', 'PUT /v1/registry/statements/{version}', {
    audience: 'registry',
    groups: managers,
    does: 'Publishes the next version of the privacy statement.',
    params: r.statementParams,
    body: r.statementBody,
    response: statement,
  }),
] as const;
