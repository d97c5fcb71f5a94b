import * as d from './diary.ts';
import * as e from './entries.ts';
import { remindersBody, remindersView } from './reminders.ts';
import { route } from './route.ts';
import * as s from './stock.ts';

const at = 'v1/diaries/{c}/{p}';
const entryRoute = { audience: 'diary', params: d.diaryEntryParams, response: e.saved } as const;

/** What is at home, what it is for, and what somebody wants to be reminded of. */
export const stockRoutes = [
  route('get-stock', `GET /${at}/stock`, {
    audience: 'diary',
    does: 'What is at home, how long it lasts by the plan, and what came and went in the last year.',
    params: d.diaryParams,
    response: s.stockView,
  }),
  route('put-delivered', `PUT /${at}/deliveries/{id}`, {
    ...entryRoute,
    does: 'Tells that boxes arrived.',
    body: s.deliveredBody,
  }),
  route('put-counted', `PUT /${at}/stock-takes/{id}`, {
    ...entryRoute,
    does: 'Tells what was counted at home; what differs from what should be there stays written down.',
    body: s.countedBody,
  }),
  route('put-wasted', `PUT /${at}/wasted/{id}`, {
    ...entryRoute,
    does: 'Tells that containers can’t be used any more.',
    body: s.wastedBody,
  }),
  route('put-warmed', `PUT /${at}/room-temperature/{id}`, {
    ...entryRoute,
    does: 'Tells on which day containers left the refrigerator.',
    body: s.warmedBody,
  }),
  route('put-taken-back', `PUT /${at}/taken-back/{id}`, {
    ...entryRoute,
    does: 'Takes back a delivery that was told wrongly; both stay in the history.',
    body: s.takenBackBody,
  }),
  route('get-reminders', `GET /${at}/reminders`, {
    audience: 'diary',
    does: 'What the signed-in account is mailed about this diary by its own choice.',
    params: d.diaryParams,
    response: remindersView,
  }),
  route('set-reminders', `PUT /${at}/reminders`, {
    audience: 'diary',
    does: 'Chooses those reminders: which day and hour, or none. Those that home delivery depends on are not among them.',
    params: d.diaryParams,
    body: remindersBody,
    response: remindersView,
  }),
  route('get-plans', `GET /${at}/plans`, {
    audience: 'diary',
    does: 'The plan in force and every plan before and after it.',
    params: d.diaryParams,
    response: s.planHistory,
  }),
] as const;
