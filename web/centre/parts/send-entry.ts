import type { BleedBody, Saved, TreatmentBody } from '#contracts/entries.ts';
import { api } from '../../shared/api/api.ts';
import type { Outcome } from '../../shared/api/failure.ts';
import type { DiaryPlace } from '../model/diary-place.ts';

const versionOf = (entry: { readonly version: number } | undefined): { version?: number } =>
  entry === undefined ? {} : { version: entry.version };

/** Records a treatment in that diary, or corrects `entry`. */
export const sendTreatment = (
  { patient: p, sharedBy: c }: DiaryPlace,
  id: string,
  body: TreatmentBody,
  entry: { readonly version: number } | undefined,
): Promise<Outcome<Saved>> =>
  c === undefined
    ? api('put-patient-treatment', { params: { p, id }, body, ...versionOf(entry) })
    : api('put-shared-treatment', { params: { c, p, id }, body, ...versionOf(entry) });

/** The same for a bleed. */
export const sendBleed = (
  { patient: p, sharedBy: c }: DiaryPlace,
  id: string,
  body: BleedBody,
  entry: { readonly version: number } | undefined,
): Promise<Outcome<Saved>> =>
  c === undefined
    ? api('put-patient-bleed', { params: { p, id }, body, ...versionOf(entry) })
    : api('put-shared-bleed', { params: { c, p, id }, body, ...versionOf(entry) });
