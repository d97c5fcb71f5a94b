import { all, press, send, type } from './acts.ts';
import { PASSWORD } from './demo-run.ts';
import type { StaffState } from './staff-states.ts';

/** Of the first data manager of a new centre. Only looked at: it is never used up. */
const INVITATION = 'FERN-BANK-2026';

/** As the API answers the first sign-in of an account. */
const SET_UP = {
  outcome: 'set-up',
  challenge: 'begun-elsewhere',
  secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  link: 'otpauth://totp/Haemdiary:demo?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Haemdiary',
};

/**
 * What staff meet before they are in: a wrong password, the second step, the set-up of an authenticator, a code.
 *
 * @param as whose password is right
 */
export function doorStates(site: string, as: string): readonly StaffState[] {
  const password = all(type('#username', as), type('#password', PASSWORD), send);
  const second = all(password, press('#code'));
  const setUp: StaffState['act'] = async (page) => {
    const where = '**/sign-in';
    await page.route(where, (route) => route.fulfill({ json: SET_UP }));
    await second(page);
    await page.unroute(where);
  };
  const invited = all(type('#code', INVITATION), send, press('#username'));
  return [
    {
      name: 'sign-in-refused',
      path: '/',
      act: all(type('#username', 'nobody'), type('#password', 'not the password'), send),
    },
    { name: 'second-step', path: '/', act: second },
    { name: 'second-step-sent', path: '/', act: all(second, send) },
    { name: 'set-up', path: '/', act: setUp },
    { name: 'set-up-sent', path: '/', act: all(setUp, send) },
    { name: 'accept-unknown', path: '/accept', act: all(type('#code', 'AAAA-BBBB-CCCC'), send) },
    { name: 'reset-code', path: '/reset', act: all(type('#username', 'nobody'), send, press('#code')) },
    ...(site === 'centre'
      ? [
          { name: 'accept-form', path: '/accept', act: invited },
          { name: 'accept-form-sent', path: '/accept', act: all(invited, send) },
        ]
      : []),
  ].map((state) => ({ ...state, name: `${site}-${state.name}` }));
}
