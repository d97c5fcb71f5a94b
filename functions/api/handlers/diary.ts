import { readAccessLog, readEntryHistory } from '#usecases/audit/read-access-log.ts';
import { answerStatement } from '#usecases/diary/answer-statement.ts';
import { correctBleed } from '#usecases/diary/correct-bleed.ts';
import { correctTreatment } from '#usecases/diary/correct-treatment.ts';
import { exportDiary } from '#usecases/diary/export-diary.ts';
import { keepCopy } from '#usecases/diary/keep-copy.ts';
import { moveEntry } from '#usecases/diary/move-entry.ts';
import { readMe } from '#usecases/diary/read-me.ts';
import { recordBleed } from '#usecases/diary/record-bleed.ts';
import { confirmPeriod, markNotTaken } from '#usecases/diary/record-period.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { setPreferences } from '#usecases/diary/set-preferences.ts';
import { syncActs } from '#usecases/diary/sync-acts.ts';
import { viewMonth } from '#usecases/diary/view-month.ts';
import { voidEntry } from '#usecases/diary/void-entry.ts';
import { viewInsights } from '#usecases/insights/view-insights.ts';
import { readReminders, setReminders } from '#usecases/reminders/set-reminders.ts';
import { countStock } from '#usecases/stock/count-stock.ts';
import { deliverStock } from '#usecases/stock/deliver-stock.ts';
import { readPlans } from '#usecases/stock/read-plans.ts';
import { readStock } from '#usecases/stock/read-stock.ts';
import { takeBackDelivery } from '#usecases/stock/take-back-delivery.ts';
import { warmStock } from '#usecases/stock/warm-stock.ts';
import { wasteStock } from '#usecases/stock/waste-stock.ts';
import { addPhoto } from '#usecases/photo/add-photo.ts';
import { readPhoto } from '#usecases/photo/read-photo.ts';
import { removePhoto } from '#usecases/photo/remove-photo.ts';
import { askRequest, listRequests } from '#usecases/rights/requests.ts';
import { handOverLate } from '#usecases/late/hand-over-late.ts';
import type { Handlers } from '../../middleware/handlers.ts';

const diaryOf = ({ c, p }: { readonly c: string; readonly p: string }) => ({ centre: c, patient: p });

export const diaryHandlers: Handlers<'diary'> = {
  'get-me': (_, caller, context) => readMe(context, caller),
  'answer-statement': ({ body }, caller, context) => answerStatement(context, caller, body),
  'set-preferences': ({ body }, caller, context) => setPreferences(context, caller, body),
  'hand-over-late': ({ params, body }, caller, context) => handOverLate(context, caller, params.id, body),
  'get-month': ({ params, query }, caller, context) =>
    viewMonth(context, caller, diaryOf(params), query.month),
  'get-insights': ({ params, query }, caller, context) =>
    viewInsights(context, caller, diaryOf(params), query),
  'get-copy': ({ params, query }, caller, context) => keepCopy(context, caller, diaryOf(params), query.month),
  'sync-acts': ({ params, body }, caller, context) => syncActs(context, caller, diaryOf(params), body.acts),
  'put-treatment': ({ params, body, ifMatch: version }, caller, context) =>
    version === undefined
      ? recordTreatment(context, caller, diaryOf(params), params.id, body)
      : correctTreatment(context, caller, diaryOf(params), { id: params.id, body, version }),
  'put-bleed': ({ params, body, ifMatch: version }, caller, context) =>
    version === undefined
      ? recordBleed(context, caller, diaryOf(params), params.id, body)
      : correctBleed(context, caller, diaryOf(params), { id: params.id, body, version }),
  'put-not-taken': ({ params, body }, caller, context) =>
    markNotTaken(context, caller, diaryOf(params), params.id, body),
  'put-confirmation': ({ params, body }, caller, context) =>
    confirmPeriod(context, caller, diaryOf(params), params.id, body),
  'void-entry': ({ params, body, ifMatch }, caller, context) =>
    voidEntry(context, caller, diaryOf(params), { id: params.id, body, version: ifMatch }),
  'move-entry': ({ params, body, ifMatch }, caller, context) =>
    moveEntry(context, caller, diaryOf(params), { id: params.id, body, version: ifMatch }),
  'get-stock': ({ params }, caller, context) => readStock(context, caller, diaryOf(params)),
  'put-delivered': ({ params, body }, caller, context) =>
    deliverStock(context, caller, diaryOf(params), { id: params.id, body }),
  'put-counted': ({ params, body }, caller, context) =>
    countStock(context, caller, diaryOf(params), { id: params.id, body }),
  'put-wasted': ({ params, body }, caller, context) =>
    wasteStock(context, caller, diaryOf(params), { id: params.id, body }),
  'put-warmed': ({ params, body }, caller, context) =>
    warmStock(context, caller, diaryOf(params), { id: params.id, body }),
  'put-taken-back': ({ params, body }, caller, context) =>
    takeBackDelivery(context, caller, diaryOf(params), { id: params.id, body }),
  'get-reminders': ({ params }, caller, context) => readReminders(context, caller, diaryOf(params)),
  'set-reminders': ({ params, body }, caller, context) =>
    setReminders(context, caller, diaryOf(params), body),
  'get-plans': ({ params }, caller, context) => readPlans(context, caller, diaryOf(params)),
  'put-photo': ({ params, body }, caller, context) =>
    addPhoto(context, caller, diaryOf(params), { bleed: params.id, id: params.photo, body }),
  'get-photo': ({ params }, caller, context) =>
    readPhoto(context, caller, diaryOf(params), { bleed: params.id, id: params.photo }),
  'void-photo': ({ params, body }, caller, context) =>
    removePhoto(context, caller, diaryOf(params), { bleed: params.id, id: params.photo, body }),
  'export-diary': ({ params, query }, caller, context) =>
    exportDiary(context, caller, diaryOf(params), query),
  'get-access-log': ({ params, query }, caller, context) =>
    readAccessLog(context, caller, diaryOf(params), query.cursor),
  'list-requests': ({ params }, caller, context) => listRequests(context, caller, diaryOf(params)),
  'put-request': ({ params, body }, caller, context) =>
    askRequest(context, caller, diaryOf(params), { id: params.id, body }),
  'get-entry-history': ({ params }, caller, context) =>
    readEntryHistory(context, caller, diaryOf(params), params.id),
};
