import { readPhoto } from '#usecases/photo/read-photo.ts';
import { readLog } from '#usecases/audit/read-log.ts';
import { changeStaff } from '#usecases/centre/change-staff.ts';
import { inviteStaff } from '#usecases/centre/invite-staff.ts';
import { listPatients } from '#usecases/centre/list-patients.ts';
import { listStaff } from '#usecases/centre/list-staff.ts';
import { listWorklist } from '#usecases/centre/list-worklist.ts';
import { readCentre } from '#usecases/centre/read-centre.ts';
import { setPolicy } from '#usecases/centre/set-policy.ts';
import { correctBleed } from '#usecases/diary/correct-bleed.ts';
import { correctTreatment } from '#usecases/diary/correct-treatment.ts';
import { exportDiary } from '#usecases/diary/export-diary.ts';
import { recordBleed } from '#usecases/diary/record-bleed.ts';
import { confirmPeriod, markNotTaken } from '#usecases/diary/record-period.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { voidEntry } from '#usecases/diary/void-entry.ts';
import { listExports, readExport, startExport } from '#usecases/export/centre-exports.ts';
import { viewInsights } from '#usecases/insights/view-insights.ts';
import { changeLink } from '#usecases/patient/change-link.ts';
import { diaryOf } from '#usecases/patient/change-patient.ts';
import { decideDelivery } from '#usecases/patient/decide-delivery.ts';
import { correctPatient, enrolPatient } from '#usecases/patient/enrol-patient.ts';
import { invitePerson } from '#usecases/patient/invite-person.ts';
import { noteContact } from '#usecases/patient/note-contact.ts';
import { pauseRecording } from '#usecases/patient/pause-recording.ts';
import { readPatient } from '#usecases/patient/read-patient.ts';
import { receivePaperForm, recordPaperStatement } from '#usecases/patient/receive-paper-form.ts';
import { recordConsent } from '#usecases/patient/record-consent.ts';
import { decideHandover } from '#usecases/patient/decide-handover.ts';
import { recoverAccount } from '#usecases/patient/recover-account.ts';
import { setPlan } from '#usecases/patient/set-plan.ts';
import { stopPatient } from '#usecases/patient/stop-patient.ts';
import { viewPatientMonth } from '#usecases/patient/view-patient-month.ts';
import { endGrant, giveGrant } from '#usecases/sharing/give-grant.ts';
import { listDirectory } from '#usecases/sharing/list-directory.ts';
import { listShared } from '#usecases/sharing/list-shared.ts';
import { recordSharedBleed, recordSharedTreatment } from '#usecases/sharing/record-shared.ts';
import { viewSharedMonth } from '#usecases/sharing/view-shared-month.ts';
import { countStock } from '#usecases/stock/count-stock.ts';
import { deliverStock } from '#usecases/stock/deliver-stock.ts';
import { listRecalls, recallBatch } from '#usecases/stock/recall-batch.ts';
import { readStock } from '#usecases/stock/read-stock.ts';
import { noteRecallContact } from '#usecases/stock/note-recall-contact.ts';
import { takeBackDelivery } from '#usecases/stock/take-back-delivery.ts';
import { traceRecall } from '#usecases/stock/trace-recall.ts';
import { warmStock } from '#usecases/stock/warm-stock.ts';
import { wasteStock } from '#usecases/stock/waste-stock.ts';
import { decideLate, listLate } from '#usecases/late/decide-late.ts';
import { liftWithheld, withhold } from '#usecases/withheld/withhold.ts';
import { answerRequest } from '#usecases/rights/requests.ts';
import type { Handlers } from '../../middleware/handlers.ts';

export const centreHandlers: Handlers<'centre'> = {
  'get-centre': (_, caller, context) => readCentre(context, caller),
  'put-policy': ({ body, ifMatch: version }, caller, context) =>
    setPolicy(context, caller, { body, version }),
  'list-staff': ({ query }, caller, context) => listStaff(context, caller, query.cursor),
  'put-staff': ({ params: { account }, body }, caller, context) =>
    changeStaff(context, caller, { account, body }),
  'invite-staff': ({ params: { id }, body }, caller, context) => inviteStaff(context, caller, { id, body }),
  'list-patients': ({ body }, caller, context) => listPatients(context, caller, body),
  'put-patient': ({ params: { p: id }, body, ifMatch: version }, caller, context) =>
    version === undefined
      ? enrolPatient(context, caller, id, body)
      : correctPatient(context, caller, { id, body, version }),
  'get-patient': ({ params }, caller, context) => readPatient(context, caller, params.p),
  'get-patient-month': ({ params, query }, caller, context) =>
    viewPatientMonth(context, caller, params.p, query.month),
  'get-patient-photo': ({ params: { p, id: bleed, photo: id } }, caller, context) =>
    readPhoto(context, caller, diaryOf(caller, p), { bleed, id }),
  'get-patient-insights': ({ params, query }, caller, context) =>
    viewInsights(context, caller, diaryOf(caller, params.p), query),
  'put-patient-treatment': ({ params: { p, id }, body, ifMatch: version }, caller, context) =>
    version === undefined
      ? recordTreatment(context, caller, diaryOf(caller, p), id, body)
      : correctTreatment(context, caller, diaryOf(caller, p), { id, body, version }),
  'put-patient-bleed': ({ params: { p, id }, body, ifMatch: version }, caller, context) =>
    version === undefined
      ? recordBleed(context, caller, diaryOf(caller, p), id, body)
      : correctBleed(context, caller, diaryOf(caller, p), { id, body, version }),
  'put-patient-not-taken': ({ params, body }, caller, context) =>
    markNotTaken(context, caller, diaryOf(caller, params.p), params.id, body),
  'put-patient-confirmation': ({ params, body }, caller, context) =>
    confirmPeriod(context, caller, diaryOf(caller, params.p), params.id, body),
  'void-patient-entry': ({ params: { p, id }, body, ifMatch: version }, caller, context) =>
    voidEntry(context, caller, diaryOf(caller, p), { id, body, version }),
  'put-plan': ({ params: { p: patient, id }, body }, caller, context) =>
    setPlan(context, caller, { patient, id, body }),
  'put-consent': ({ params: { p: patient, id }, body }, caller, context) =>
    recordConsent(context, caller, { patient, id, body }),
  'put-paper-statement': ({ params, body }, caller, context) =>
    recordPaperStatement(context, caller, params.p, body),
  'invite-person': ({ params: { p: patient, id }, body }, caller, context) =>
    invitePerson(context, caller, { patient, id, body }),
  'put-link': ({ params: { p: patient, account }, body }, caller, context) =>
    changeLink(context, caller, { patient, account, body }),
  'decide-handover': ({ params: { p: patient }, body }, caller, context) =>
    decideHandover(context, caller, { patient, body }),
  'recover-account': ({ params: { p: patient, account }, body }, caller, context) =>
    recoverAccount(context, caller, { patient, account, body }),
  'put-grant': ({ params: { p: patient, centre }, body }, caller, context) =>
    giveGrant(context, caller, { patient, centre, body }),
  'end-grant': ({ params: { p: patient, centre }, body }, caller, context) =>
    endGrant(context, caller, { patient, centre, body }),
  'get-patient-log': ({ params, query }, caller, context) => readLog(context, caller, params.p, query.cursor),
  'list-late': ({ params: { p } }, caller, context) => listLate(context, caller, p),
  'decide-late': ({ params: { p: patient, id }, body }, caller, context) =>
    decideLate(context, caller, { patient, id, body }),
  'put-withheld': ({ params: { p: patient, what, id }, body }, caller, context) =>
    withhold(context, caller, { patient, what, id, body }),
  'lift-withheld': ({ params: { p: patient, what, id }, body }, caller, context) =>
    liftWithheld(context, caller, { patient, what, id, body }),
  'get-patient-stock': ({ params }, caller, context) => readStock(context, caller, diaryOf(caller, params.p)),
  'put-patient-delivered': ({ params: { p, id }, body }, caller, context) =>
    deliverStock(context, caller, diaryOf(caller, p), { id, body }),
  'put-patient-counted': ({ params: { p, id }, body }, caller, context) =>
    countStock(context, caller, diaryOf(caller, p), { id, body }),
  'put-patient-wasted': ({ params: { p, id }, body }, caller, context) =>
    wasteStock(context, caller, diaryOf(caller, p), { id, body }),
  'put-patient-warmed': ({ params: { p, id }, body }, caller, context) =>
    warmStock(context, caller, diaryOf(caller, p), { id, body }),
  'trace-recall': ({ params: { id }, query }, caller, context) =>
    traceRecall(context, caller, { id, cursor: query.cursor }),
  'put-recall-contact': ({ params: { id, p: patient }, body }, caller, context) =>
    noteRecallContact(context, caller, { id, patient, body }),
  'put-patient-taken-back': ({ params: { p, id }, body }, caller, context) =>
    takeBackDelivery(context, caller, diaryOf(caller, p), { id, body }),
  'list-recalls': (_, caller, context) => listRecalls(context, caller),
  'put-recall': ({ params: { id }, body }, caller, context) => recallBatch(context, caller, { id, body }),
  'list-directory': (_, caller, context) => listDirectory(context, caller),
  'list-shared': ({ query }, caller, context) => listShared(context, caller, query.cursor),
  'get-shared-month': ({ params: { c: centre, p: patient }, query }, caller, context) =>
    viewSharedMonth(context, caller, { centre, patient }, query.month),
  'put-shared-treatment': ({ params: { c: centre, p: patient, id }, body, ifMatch }, caller, context) =>
    recordSharedTreatment(context, caller, { centre, patient }, { id, body, version: ifMatch }),
  'put-shared-bleed': ({ params: { c: centre, p: patient, id }, body, ifMatch }, caller, context) =>
    recordSharedBleed(context, caller, { centre, patient }, { id, body, version: ifMatch }),
  'answer-request': ({ params: { p: patient, id }, body }, caller, context) =>
    answerRequest(context, caller, { patient, id, body }),
  'put-delivery': ({ params, body }, caller, context) => decideDelivery(context, caller, params.p, body),
  'put-pause': ({ params, body }, caller, context) => pauseRecording(context, caller, params.p, body),
  'stop-patient': ({ params, body }, caller, context) => stopPatient(context, caller, params.p, body),
  'put-paper-form': ({ params: { p: patient, id }, body }, caller, context) =>
    receivePaperForm(context, caller, { patient, id, body }),
  'note-contact': ({ params: { p: patient, id }, body }, caller, context) =>
    noteContact(context, caller, { patient, id, body }),
  'export-patient': ({ params, query }, caller, context) =>
    exportDiary(context, caller, diaryOf(caller, params.p), query),
  'list-worklist': ({ query }, caller, context) => listWorklist(context, caller, query.cursor),
  'start-export': ({ params: { id }, body }, caller, context) => startExport(context, caller, { id, body }),
  'list-exports': ({ query }, caller, context) => listExports(context, caller, query.cursor),
  'get-export': ({ params }, caller, context) => readExport(context, caller, params.id),
};
