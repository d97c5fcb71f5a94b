import type { PatientWords } from '../patient-words.ts';
import type { Translation } from '../translation.ts';
import { address, addressField } from './address.ts';
import { batch } from './batch.ts';
import { box } from './box.ts';
import { card } from './card.ts';
import { scan } from './scan.ts';
import { accessLog } from './access-log.ts';
import { bleed, bleedField } from './bleed.ts';
import { common } from './common.ts';
import { container } from './container.ts';
import { dates } from './dates.ts';
import { devices } from './devices.ts';
import { diary } from './diary.ts';
import { display } from './display.ts';
import { emergency } from './emergency.ts';
import { entry, entryCard } from './entry.ts';
import { exportTo } from './export.ts';
import { help } from './help.ts';
import { insights } from './insights.ts';
import { move } from './move.ts';
import { offline } from './offline.ts';
import { offlinePages } from './offline-pages.ts';
import { paper } from './paper.ts';
import { period, periodField } from './period.ts';
import { photo } from './photo.ts';
import { plan } from './plan.ts';
import { problems } from './problems.ts';
import { proof } from './proof.ts';
import { recording, recordingReasons } from './recording.ts';
import { reminders } from './reminders.ts';
import { rights } from './rights.ts';
import { session, sessionField } from './session.ts';
import { settings } from './settings.ts';
import { signIn } from './sign-in.ts';
import { statement } from './statement.ts';
import { stock, stockField } from './stock.ts';
import { containerField, question, treatment, treatmentField } from './treatment.ts';
import { vocabulary } from './vocabulary.ts';
import { why } from './why.ts';

/** Welsh, made by the team and awaiting a speaker's review. */
export const words: Translation<PatientWords> = {
  address,
  addressField,
  proof,
  batch,
  card,
  scan,
  accessLog,
  bleed,
  box,
  bleedField,
  common,
  container,
  containerField,
  dates,
  devices,
  diary,
  display,
  emergency,
  entry,
  entryCard,
  export: exportTo,
  help,
  insights,
  move,
  offline,
  offlinePages,
  paper,
  period,
  periodField,
  photo,
  plan,
  problems,
  question,
  recording,
  recordingReasons,
  reminders,
  rights,
  session,
  sessionField,
  settings,
  signIn,
  statement,
  stock,
  stockField,
  treatment,
  treatmentField,
  vocabulary,
  why,
};
