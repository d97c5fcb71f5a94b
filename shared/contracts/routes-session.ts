import * as z from 'zod';
import { statement, statementVersion } from './diary.ts';
import { route } from './route.ts';
import * as s from './session.ts';

const at = 'v1/session/{audience}';
/** Staff get their mails where their centre or the registry has invited them. */
const ofDiary = { audience: 'open', params: s.addressParams } as const;
const open = { audience: 'open', params: s.audienceParams } as const;

export const sessionRoutes = [
  route('get-statement', 'GET /v1/statement', {
    audience: 'open',
    does: 'The privacy statement in force, readable by anyone.',
    response: statement,
  }),
  route('list-statements', 'GET /v1/statement/versions', {
    audience: 'open',
    does: 'Which versions of the privacy statement there were, and what changed in each; newest first.',
    response: z.object({ items: z.array(statementVersion) }),
  }),
  route('sign-in', `POST /${at}/sign-in`, {
    ...open,
    does: 'Starts a session, or answers which second step is needed. One answer for every way of being wrong.',
    body: s.signInBody,
    response: s.signInAnswer,
  }),
  route('answer-second-factor', `POST /${at}/second-factor`, {
    ...open,
    does: 'Finishes a sign-in with the six-digit code.',
    body: s.secondFactorBody,
    response: s.signedIn,
  }),
  route('set-up-second-factor', `POST /${at}/set-up`, {
    ...open,
    does: 'Confirms the authenticator app at the first sign-in and finishes it.',
    body: s.secondFactorBody,
    response: s.signedIn,
  }),
  route('refresh-session', `POST /${at}/refresh`, {
    ...open,
    does: 'Exchanges the refresh cookie for a new token and a new cookie.',
    response: s.signedIn,
  }),
  route('list-workplaces', `POST /${at}/centres`, {
    audience: 'open',
    params: s.centreAudienceParams,
    does: 'The centres that this session of a member of staff may work at.',
    response: s.workplaces,
  }),
  route('choose-centre', `POST /${at}/centre`, {
    audience: 'open',
    params: s.centreAudienceParams,
    does: 'Moves this session to another of the person’s centres: a new token and a new cookie.',
    body: s.chooseCentreBody,
    response: s.signedIn,
  }),
  route('sign-out', `POST /${at}/sign-out`, {
    ...open,
    does: 'Ends this session and clears its cookie.',
    response: 'nothing',
  }),
  route('list-devices', `POST /${at}/devices`, {
    ...open,
    does: 'Where the account of this session is signed in, and what happened to it lately.',
    response: s.devices,
  }),
  route('end-device', `POST /${at}/devices/{id}/end`, {
    audience: 'open',
    params: s.deviceParams,
    does: 'Signs another device of the account out; that one is told to forget what it keeps.',
    body: s.proofBody,
    response: 'nothing',
  }),
  route('end-all-devices', `POST /${at}/sign-out-everywhere`, {
    ...open,
    does: 'Signs the account out on every device, this one too.',
    body: s.proofBody,
    response: 'nothing',
  }),
  route('prove', `POST /${at}/proof`, {
    ...open,
    does: 'Takes the password once more, for acts that ask for it: good for five minutes on the page that asked.',
    body: s.proveBody,
    response: s.proved,
  }),
  route('see-address', `POST /${at}/address`, {
    ...ofDiary,
    does: 'Where the mails of the account go, and the new address that waits for its code.',
    response: s.addresses,
  }),
  route('ask-address', `POST /${at}/address-change`, {
    ...ofDiary,
    does: 'Mails a code to a new address; mails go on to the old one until the code is entered.',
    body: s.askAddressBody,
    response: s.addresses,
  }),
  route('confirm-address', `POST /${at}/address-confirm`, {
    ...ofDiary,
    does: 'Takes the code of the new address: the old one is told, then mails go to the new one.',
    body: s.confirmAddressBody,
    response: s.addresses,
  }),
  route('change-password', `POST /${at}/password`, {
    ...open,
    does: 'Sets a new password with the current one and ends all other sessions.',
    body: s.changePasswordBody,
    response: 'nothing',
  }),
  route('request-reset', `POST /${at}/reset-request`, {
    ...open,
    does: 'Mails a one-time code where the username exists; answers the same where it does not.',
    body: s.resetRequestBody,
    response: 'nothing',
  }),
  route('reset-password', `POST /${at}/reset`, {
    ...open,
    does: 'Sets a new password with the mailed code and ends all other sessions.',
    body: s.resetBody,
    response: 'nothing',
  }),
  route('see-invitation', `POST /${at}/invitation`, {
    ...open,
    does: 'What an invitation code is for, so that the right form is shown.',
    body: s.invitationCodeBody,
    response: s.invitationSeen,
  }),
  route('accept-invitation', `POST /${at}/accept`, {
    ...open,
    does: 'Accepts an invitation from a new or an existing account.',
    body: s.acceptBody,
    response: s.accepted,
  }),
] as const;
