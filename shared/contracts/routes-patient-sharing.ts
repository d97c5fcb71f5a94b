import * as e from './entries.ts';
import { lateDecision, lateList } from './late.ts';
import { pageOf, pageQuery } from './page.ts';
import { logLine, patientParams } from './patient.ts';
import { route } from './route.ts';
import * as g from './sharing.ts';
import { id } from './text.ts';

const patientAt = 'v1/centre/patients/{p}';
const managers = ['data-manager'] as const;
const carers = ['data-manager', 'consultant', 'nurse'] as const;
const deciders = ['data-manager', 'consultant'] as const;
/** For what only makes sense while a diary is open. */
export const closed = (why: string) => ({ answers: 'not-now', why }) as const;

/** What a centre decides on who else may see a diary of its own, and what of it they may not. */
export const patientSharingRoutes = [
  route('put-grant', `PUT /${patientAt}/grants/{centre}`, {
    audience: 'centre',
    params: g.grantParams,
    groups: deciders,
    otherwise: { withdrawn: closed('A closed diary is shared with nobody.') },
    does: 'Lets one other centre see this diary, or see and record in it, between two days; or changes that.',
    body: g.grantBody,
    response: g.grant,
  }),
  route('end-grant', `POST /${patientAt}/grants/{centre}/end`, {
    audience: 'centre',
    params: g.grantParams,
    groups: deciders,
    does: 'Ends what another centre may see, at once.',
    body: g.endGrantBody,
    response: g.grant,
  }),
  route('get-patient-log', `GET /${patientAt}/log`, {
    audience: 'centre',
    params: patientParams,
    query: pageQuery,
    groups: managers,
    does: 'Who saw and who changed this diary, newest first.',
    response: pageOf(logLine),
  }),
  route('list-late', `GET /${patientAt}/late`, {
    audience: 'centre',
    params: patientParams,
    groups: carers,
    does: 'What was recorded before a link or the consent ended and arrived after it, and waits for a decision.',
    response: lateList,
  }),
  route('decide-late', `PUT /${patientAt}/late/{id}`, {
    audience: 'centre',
    params: patientParams.extend({ id }),
    groups: carers,
    does: 'Takes into the diary, or discards, what came late; with a reason.',
    body: lateDecision,
    response: e.saved,
  }),
  route('put-withheld', `PUT /${patientAt}/withheld/{what}/{id}`, {
    audience: 'centre',
    params: g.withheldParams,
    groups: carers,
    does: 'Withholds an entry, a line of the log, somebody’s addresses or the home zone from named people or centres until a person lifts it.',
    body: g.withheldBody,
    response: g.withheldItem,
  }),
  route('lift-withheld', `POST /${patientAt}/withheld/{what}/{id}/lift`, {
    audience: 'centre',
    params: g.withheldParams,
    groups: carers,
    does: 'Shows again what was withheld.',
    body: g.liftBody,
    response: e.saved,
  }),
] as const;
