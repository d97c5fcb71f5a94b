import { changeCentreStatus, correctCentre } from '#usecases/registry/correct-centre.ts';
import { listCentres, readCentreForRegistry } from '#usecases/registry/list-centres.ts';
import { listRegistryStaff } from '#usecases/registry/list-registry-staff.ts';
import { onboardCentre } from '#usecases/registry/onboard-centre.ts';
import { publishStatement } from '#usecases/registry/publish-statement.ts';
import { recoverCentre } from '#usecases/registry/recover-centre.ts';
import { recoverColleague } from '#usecases/registry/recover-colleague.ts';
import { readRegistry } from '#usecases/registry/read-registry.ts';
import type { Handlers } from '../../middleware/handlers.ts';

export const registryHandlers: Handlers<'registry'> = {
  'get-registry': (_, caller, context) => readRegistry(context, caller),
  'list-centres': ({ query }, _caller, context) => listCentres(context, query.cursor),
  'put-centre': ({ params: { c: centre }, body, ifMatch: version }, caller, context) =>
    version === undefined
      ? onboardCentre(context, caller, centre, body)
      : correctCentre(context, caller, { centre, body, version }),
  'get-centre-for-registry': ({ params }, _caller, context) => readCentreForRegistry(context, params.c),
  'put-centre-status': ({ params: { c: centre }, body }, caller, context) =>
    changeCentreStatus(context, caller, { centre, body }),
  'recover-centre': ({ params: { c: centre }, body }, caller, context) =>
    recoverCentre(context, caller, { centre, body }),
  'list-registry-staff': (_input, _caller, context) => listRegistryStaff(context),
  'recover-colleague': ({ params: { account }, body }, caller, context) =>
    recoverColleague(context, caller, { account, body }),
  'put-statement': ({ params: { version }, body }, caller, context) =>
    publishStatement(context, caller, { version, body }),
};
