import * as e from './entries.ts';
import { patientItemParams, patientParams } from './patient.ts';
import { route } from './route.ts';
import * as s from './stock.ts';

const patientAt = 'v1/centre/patients/{p}';
const item = {
  audience: 'centre',
  params: patientItemParams,
  groups: ['data-manager', 'nurse'],
  response: e.saved,
} as const;

/** The stock at a patient’s home, as staff see it and tell of it. */
export const patientStockRoutes = [
  route('get-patient-stock', `GET /${patientAt}/stock`, {
    audience: 'centre',
    params: patientParams,
    does: 'What a patient has at home, how long it lasts by the plan, and what came and went in the last year.',
    response: s.stockView,
  }),
  route('put-patient-delivered', `PUT /${patientAt}/deliveries/{id}`, {
    ...item,
    does: 'Tells that boxes were delivered to a patient.',
    body: s.deliveredBody,
  }),
  route('put-patient-counted', `PUT /${patientAt}/stock-takes/{id}`, {
    ...item,
    does: 'Tells what a patient counted at home.',
    body: s.countedBody,
  }),
  route('put-patient-wasted', `PUT /${patientAt}/wasted/{id}`, {
    ...item,
    does: 'Tells that containers of a patient can’t be used any more.',
    body: s.wastedBody,
  }),
  route('put-patient-warmed', `PUT /${patientAt}/room-temperature/{id}`, {
    ...item,
    does: 'Tells on which day containers left a patient’s refrigerator.',
    body: s.warmedBody,
  }),
  route('put-patient-taken-back', `PUT /${patientAt}/taken-back/{id}`, {
    ...item,
    does: 'Takes back a delivery to a patient that was told wrongly; both stay in the history.',
    body: s.takenBackBody,
  }),
] as const;
