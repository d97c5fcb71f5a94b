import { centreRoutes } from '#contracts/routes-centre.ts';
import { addDays } from '#domain/calendar-day.ts';
import { policyBody } from './bodies.ts';
import { KNOWN_RECALL, recallBody, recallContactBody } from './stock-bodies.ts';
import { nothing, type About, type Example } from './example.ts';

type Names = (typeof centreRoutes)[number]['name'];

const page = { ...nothing, query: {} };
const made = ({ fresh }: About) => ({ ...nothing, params: { id: fresh } });

/** Staff, about their centre. The policy is at its first version. */
export const centreExamples: { readonly [N in Names]: Example<N> } = {
  'get-centre': () => nothing,
  'put-policy': ({ act }) => ({
    ...nothing,
    ifMatch: 1,
    body: { mutationId: act, policy: policyBody },
  }),
  'list-staff': () => page,
  'put-staff': ({ act, colleague }) => ({
    ...nothing,
    params: { account: colleague },
    body: { mutationId: act, change: 'end', reason: 'Moved on' },
  }),
  'invite-staff': (about) => ({
    ...made(about),
    body: { mutationId: about.act, email: 'new@example.org', name: 'A new nurse', job: 'nurse' },
  }),
  'list-worklist': () => page,
  'list-recalls': () => nothing,
  'trace-recall': () => ({ ...nothing, params: { id: KNOWN_RECALL }, query: {} }),
  'put-recall-contact': (about) => ({
    ...nothing,
    params: { id: KNOWN_RECALL, p: about.patient },
    body: recallContactBody(about),
  }),
  'put-recall': (about) => ({ ...made(about), body: recallBody(about) }),
  'start-export': (about) => ({
    ...made(about),
    body: { mutationId: about.act, from: addDays(about.today, -40), to: addDays(about.today, -10) },
  }),
  'list-exports': () => page,
  'get-export': (about) => ({ ...nothing, params: { id: about.file ?? about.fresh } }),
};
