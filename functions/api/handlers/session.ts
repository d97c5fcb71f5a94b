import { acceptInvitation } from '#usecases/session/accept-invitation.ts';
import { answerSecondFactor, setUpSecondFactor } from '#usecases/session/answer-second-factor.ts';
import { askAddress } from '#usecases/session/ask-address.ts';
import { changePassword } from '#usecases/session/change-password.ts';
import { chooseCentre, listWorkplaces } from '#usecases/session/choose-centre.ts';
import { confirmAddress } from '#usecases/session/confirm-address.ts';
import { endAllDevices } from '#usecases/session/end-all-devices.ts';
import { endDevice } from '#usecases/session/end-device.ts';
import { getStatement } from '#usecases/session/get-statement.ts';
import { listDevices } from '#usecases/session/list-devices.ts';
import { seeAddress } from '#usecases/session/own-address.ts';
import { prove } from '#usecases/session/prove.ts';
import { refreshSession } from '#usecases/session/refresh-session.ts';
import { listStatements } from '#usecases/session/list-statements.ts';
import { requestReset } from '#usecases/session/request-reset.ts';
import { resetPassword } from '#usecases/session/reset-password.ts';
import { seeInvitation } from '#usecases/session/see-invitation.ts';
import { signIn } from '#usecases/session/sign-in.ts';
import { signOut } from '#usecases/session/sign-out.ts';
import type { Handlers } from '../../middleware/handlers.ts';

export const sessionHandlers: Handlers<'open'> = {
  'get-statement': (_input, _visitor, context) => getStatement(context),
  'list-statements': (_input, _visitor, context) => listStatements(context),
  'sign-in': ({ params, body }, visitor, context) => signIn({ ...params, ...body }, visitor, context),
  'answer-second-factor': ({ params, body }, visitor, context) =>
    answerSecondFactor({ ...params, ...body }, visitor, context),
  'set-up-second-factor': ({ params, body }, visitor, context) =>
    setUpSecondFactor({ ...params, ...body }, visitor, context),
  'refresh-session': ({ params }, visitor, context) => refreshSession(params, visitor, context),
  'list-workplaces': (_input, visitor, context) => listWorkplaces(visitor, context),
  'choose-centre': ({ body }, visitor, context) => chooseCentre(body, visitor, context),
  'sign-out': ({ params }, visitor, context) => signOut(params, visitor, context),
  'list-devices': ({ params }, visitor, context) => listDevices(params, visitor, context),
  'end-device': ({ params, body }, visitor, context) => endDevice({ ...params, ...body }, visitor, context),
  'end-all-devices': ({ params, body }, visitor, context) =>
    endAllDevices({ ...params, ...body }, visitor, context),
  prove: ({ params, body }, visitor, context) => prove({ ...params, ...body }, visitor, context),
  'see-address': (_input, visitor, context) => seeAddress(visitor, context),
  'ask-address': ({ body }, visitor, context) => askAddress(body, visitor, context),
  'confirm-address': ({ body }, visitor, context) => confirmAddress(body, visitor, context),
  'change-password': ({ params, body }, visitor, context) =>
    changePassword({ ...params, ...body }, visitor, context),
  'request-reset': ({ params, body }, visitor, context) =>
    requestReset({ ...params, ...body }, visitor, context),
  'reset-password': ({ params, body }, visitor, context) =>
    resetPassword({ ...params, ...body }, visitor, context),
  'see-invitation': ({ params, body }, visitor, context) =>
    seeInvitation({ ...params, ...body }, visitor, context),
  'accept-invitation': ({ params, body }, visitor, context) =>
    acceptInvitation({ ...params, body }, visitor, context),
};
