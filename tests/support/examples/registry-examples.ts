import { registryRoutes } from '#contracts/routes-registry.ts';
import { centreBody } from './bodies.ts';
import { nothing, type Example } from './example.ts';

type Names = (typeof registryRoutes)[number]['name'];

/** The registry, about a centre. */
export const registryExamples: { readonly [N in Names]: Example<N> } = {
  'get-registry': () => nothing,
  'list-centres': () => ({ ...nothing, query: {} }),
  'put-centre': ({ fresh, act }) => ({
    ...nothing,
    params: { c: fresh },
    body: centreBody(act, 'Moorside'),
  }),
  'get-centre-for-registry': ({ centre }) => ({ ...nothing, params: { c: centre } }),
  'put-centre-status': ({ centre, act }) => ({
    ...nothing,
    params: { c: centre },
    body: { mutationId: act, status: 'suspended', reason: 'Closed' },
  }),
  'recover-centre': ({ centre, act }) => ({
    ...nothing,
    params: { c: centre },
    body: {
      mutationId: act,
      change: 'invite-data-manager',
      name: 'A new manager',
      email: 'new-manager@example.org',
      reason: 'The last one left',
    },
  }),
  'list-registry-staff': () => nothing,
  'recover-colleague': ({ fresh, act }) => ({
    ...nothing,
    params: { account: fresh },
    body: { mutationId: act, reason: 'Phone lost' },
  }),
  'put-statement': ({ statement, act, today }) => ({
    ...nothing,
    params: { version: statement + 1 },
    body: {
      mutationId: act,
      publishedOn: today,
      changes: 'The next version.',
      sections: [{ heading: 'What is kept', paragraphs: ['What you record.'] }],
    },
  }),
};
