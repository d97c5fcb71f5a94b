import type { addressFieldWords, addressWords } from './en/address.ts';
import type { batchWords } from './en/batch.ts';
import type { accessLogWords } from './en/access-log.ts';
import type { bleedFieldWords, bleedWords } from './en/bleed.ts';
import type { boxWords } from './en/box.ts';
import type { cardWords } from './en/card.ts';
import type { commonWords } from './en/common.ts';
import type { containerWords } from './en/container.ts';
import type { dateNames } from './en/dates.ts';
import type { deviceWords } from './en/devices.ts';
import type { diaryWords } from './en/diary.ts';
import type { displayWords } from './en/display.ts';
import type { emergencyWords } from './en/emergency.ts';
import type { entryCardWords, entryWords } from './en/entry.ts';
import type { exportWords } from './en/export.ts';
import type { helpWords } from './en/help.ts';
import type { offlineWords } from './en/offline.ts';
import type { moveWords } from './en/move.ts';
import type { insightsWords } from './en/insights.ts';
import type { offlinePageWords } from './en/offline-pages.ts';
import type { paperWords } from './en/paper.ts';
import type { periodFieldWords, periodWords } from './en/period.ts';
import type { photoWords } from './en/photo.ts';
import type { problemWords } from './en/problems.ts';
import type { proofWords } from './en/proof.ts';
import type { recordingReasonWords, recordingWords } from './en/recording.ts';
import type { rightsWords } from './en/rights.ts';
import type { scanWords } from './en/scan.ts';
import type { sessionFieldWords, sessionWords } from './en/session.ts';
import type { settingsWords } from './en/settings.ts';
import type { signInWords } from './en/sign-in.ts';
import type { statementWords } from './en/statement.ts';
import type {
  containerFieldWords,
  questionWords,
  treatmentFieldWords,
  treatmentWords,
} from './en/treatment.ts';
import type { vocabularyWords } from './en/vocabulary.ts';
import type { whyWords } from './en/why.ts';
import type { planWords } from './en/plan.ts';
import type { reminderWords } from './en/reminders.ts';
import type { stockWords, stockFieldWords } from './en/stock.ts';

/** Every word that patients and carers read, under the names that `translatable` gives them. */
export interface PatientWords {
  readonly why: typeof whyWords;
  readonly address: typeof addressWords;
  readonly addressField: typeof addressFieldWords;
  readonly proof: typeof proofWords;
  readonly stockField: typeof stockFieldWords;
  readonly stock: typeof stockWords;
  readonly reminders: typeof reminderWords;
  readonly plan: typeof planWords;
  readonly batch: typeof batchWords;
  readonly accessLog: typeof accessLogWords;
  readonly bleed: typeof bleedWords;
  readonly box: typeof boxWords;
  readonly bleedField: typeof bleedFieldWords;
  readonly card: typeof cardWords;
  readonly common: typeof commonWords;
  readonly container: typeof containerWords;
  readonly containerField: typeof containerFieldWords;
  readonly dates: typeof dateNames;
  readonly devices: typeof deviceWords;
  readonly diary: typeof diaryWords;
  readonly display: typeof displayWords;
  readonly emergency: typeof emergencyWords;
  readonly entry: typeof entryWords;
  readonly entryCard: typeof entryCardWords;
  readonly export: typeof exportWords;
  readonly help: typeof helpWords;
  readonly offline: typeof offlineWords;
  readonly move: typeof moveWords;
  readonly insights: typeof insightsWords;
  readonly offlinePages: typeof offlinePageWords;
  readonly paper: typeof paperWords;
  readonly period: typeof periodWords;
  readonly periodField: typeof periodFieldWords;
  readonly photo: typeof photoWords;
  readonly problems: typeof problemWords;
  readonly question: typeof questionWords;
  readonly recording: typeof recordingWords;
  readonly recordingReasons: typeof recordingReasonWords;
  readonly rights: typeof rightsWords;
  readonly scan: typeof scanWords;
  readonly session: typeof sessionWords;
  readonly sessionField: typeof sessionFieldWords;
  readonly settings: typeof settingsWords;
  readonly signIn: typeof signInWords;
  readonly statement: typeof statementWords;
  readonly treatment: typeof treatmentWords;
  readonly treatmentField: typeof treatmentFieldWords;
  readonly vocabulary: typeof vocabularyWords;
}
