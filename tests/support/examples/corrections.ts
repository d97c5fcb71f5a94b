import type { RouteName } from '#contracts/routes.ts';
import { bleedBody, centreBody, patientBody, treatmentBody } from './bodies.ts';
import { SHARED } from './shared-examples.ts';
import { nothing, type About, type Example } from './example.ts';

const mine = ({ centre: c, patient: p, entry: id }: About) => ({ c, p, id });
const shared = ({ entry: id, shared: { centre: c, patient: p } = SHARED }: About) => ({ c, p, id });
const theirs = ({ patient: p, entry: id }: About) => ({ p, id });
const ofBleed = (about: About): About => ({ ...about, entry: about.bleed ?? about.entry });

/** The routes that create without `If-Match` and correct with it: a correction of what `about` names. */
export const corrections = {
  'put-treatment': (about) => ({
    ...nothing,
    params: mine(about),
    ifMatch: about.version,
    body: treatmentBody(about),
  }),
  'put-bleed': (about) => ({
    ...nothing,
    params: mine(ofBleed(about)),
    ifMatch: about.version,
    body: bleedBody(about),
  }),
  'put-patient-treatment': (about) => ({
    ...nothing,
    params: theirs(about),
    ifMatch: about.version,
    body: treatmentBody(about),
  }),
  'put-patient-bleed': (about) => ({
    ...nothing,
    params: theirs(ofBleed(about)),
    ifMatch: about.version,
    body: bleedBody(about),
  }),
  'put-shared-treatment': (about) => ({
    ...nothing,
    params: shared(about),
    ifMatch: about.version,
    body: treatmentBody(about),
  }),
  'put-shared-bleed': (about) => ({
    ...nothing,
    params: shared(ofBleed(about)),
    ifMatch: about.version,
    body: bleedBody(about),
  }),
  'put-patient': (about) => ({
    ...nothing,
    params: { p: about.patient },
    ifMatch: about.version,
    body: patientBody(about),
  }),
  'put-centre': (about) => ({
    ...nothing,
    params: { c: about.centre },
    ifMatch: about.version,
    body: centreBody(about.act, 'Larkfield Road'),
  }),
} satisfies { readonly [N in RouteName]?: Example<N> };
