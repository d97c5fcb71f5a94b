import type { signInWords } from '../en/sign-in.ts';
import type { Translation } from '../translation.ts';

export const signIn: Translation<typeof signInWords> = {
  signIn: 'Mewngofnodi',
  username: 'Enw defnyddiwr',
  password: 'Cyfrinair',
  forgot: 'Rwyf wedi anghofio fy nghyfrinair',
  haveCode: 'Mae gen i god gwahoddiad',
  notAccepted: 'Nid yw’r enw defnyddiwr neu’r cyfrinair yn iawn. Gwiriwch y ddau a rhowch gynnig arall.',
  expired:
    'Cawsoch eich allgofnodi i gadw eich dyddiadur yn ddiogel. Mewngofnodwch eto: mae unrhyw beth a deipioch yma o hyd.',
  usernameEmpty: 'Rhowch eich enw defnyddiwr',
  passwordEmpty: 'Rhowch eich cyfrinair',
};
