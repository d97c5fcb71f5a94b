import { sessionRoutes } from '#contracts/routes-session.ts';
import { nothing, type Example } from './example.ts';

type Names = (typeof sessionRoutes)[number]['name'];

const open = { ...nothing, params: { audience: 'diary' as const } };
const staffOnly = { ...nothing, params: { audience: 'centre' as const } };
const username = 'nobody-yet';
const password = 'four green umbrellas';
/** The right form, and the code of nothing. */
const code = '0123456789AB';
const secondFactor = { ...open, body: { challenge: 'begun-elsewhere', username, code: '123456' } };

/** Somebody who isn't signed in. Valid in form: nobody has this username, code or password. */
export const sessionExamples: { readonly [N in Names]: Example<N> } = {
  'get-statement': () => nothing,
  'list-statements': () => nothing,
  'sign-in': () => ({ ...open, body: { username, password } }),
  'answer-second-factor': () => secondFactor,
  'set-up-second-factor': () => secondFactor,
  'refresh-session': () => open,
  'list-workplaces': () => staffOnly,
  'choose-centre': ({ centre }) => ({ ...staffOnly, body: { centre } }),
  'sign-out': () => open,
  'list-devices': () => open,
  'end-device': ({ fresh }) => ({ ...nothing, params: { audience: 'diary', id: fresh }, body: {} }),
  'end-all-devices': () => ({ ...open, body: {} }),
  prove: () => ({ ...open, body: { password } }),
  'see-address': () => open,
  'ask-address': ({ act }) => ({ ...open, body: { mutationId: act, email: 'new@example.org' } }),
  'confirm-address': ({ act }) => ({ ...open, body: { mutationId: act, code } }),
  'change-password': () => ({ ...open, body: { current: 'three blue umbrellas', password } }),
  'request-reset': () => ({ ...open, body: { username, language: 'cy' } }),
  'reset-password': () => ({ ...open, body: { username, code: '123456', password } }),
  'see-invitation': () => ({ ...open, body: { code } }),
  'accept-invitation': ({ act }) => ({
    ...open,
    body: {
      mutationId: act,
      code,
      birthDate: '2016-02-29',
      account: { kind: 'new', username, password },
    },
  }),
};
