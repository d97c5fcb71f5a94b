import { addressChange } from './address-change.ts';
import * as centre from './centre.ts';
import * as diary from './diary.ts';
import { handover } from './handover.ts';
import { late } from './late.ts';
import * as sharing from './sharing.ts';
import * as photo from './photo.ts';
import { state } from './state.ts';
import * as stocked from './stock.ts';
import { recallContact } from './recall-contact.ts';
import { request } from './request.ts';
import * as signIn from './sign-in.ts';
import * as system from './system.ts';

/** Every entity of the table once; the data-model page and the grants are made from it. */
export const entities = [
  centre.centreProfile,
  centre.centrePolicy,
  centre.staff,
  centre.managerCount,
  centre.exportJob,
  state,
  diary.entry,
  diary.use,
  diary.plan,
  diary.consent,
  diary.link,
  stocked.stock,
  stocked.stockMovement,
  stocked.recall,
  recallContact,
  photo.photo,
  photo.picture,
  photo.photoTurn,
  sharing.grant,
  sharing.withheld,
  request,
  late,
  handover,
  system.audit,
  system.outbox,
  signIn.invitation,
  signIn.invited,
  signIn.resetCode,
  addressChange,
  signIn.session,
  signIn.accountEvent,
  signIn.limit,
  signIn.knownDevice,
  system.allowance,
  centre.registryCentre,
  centre.listedCentre,
  centre.registryStaff,
  centre.recovery,
  centre.statement,
] as const;
export type AnyEntity = (typeof entities)[number];
