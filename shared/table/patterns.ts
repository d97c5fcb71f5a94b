import { centreAdminKey, diaryKey, key } from './key.ts';
import * as centre from './entities/centre.ts';
import * as diary from './entities/diary.ts';
import { request } from './entities/request.ts';
import { handover } from './entities/handover.ts';
import { late } from './entities/late.ts';
import * as sharing from './entities/sharing.ts';
import { photo } from './entities/photo.ts';
import { state } from './entities/state.ts';
import * as stocked from './entities/stock.ts';
import type { Owner } from './entities/owner.ts';
import * as system from './entities/system.ts';
import { END, pattern } from './pattern.ts';

export { eventsOf, sessionsOf } from './account-patterns.ts';
export type { Pattern } from './pattern.ts';
export * from './sharing-patterns.ts';
export * from './stock-patterns.ts';

/** Entries of a diary between two local days, both included; consistent. */
export const entriesBetween = (centreId: string, patient: string, from: string, to: string) =>
  pattern({
    name: 'entriesBetween',
    index: 'timeline',
    partition: diaryKey(centreId, patient),
    range: { from, to: `${to}T99${END}` },
    finds: [diary.entry],
  });

export const entryParts = (centreId: string, patient: string, entry: string) =>
  pattern({
    name: 'entryParts',
    partition: diaryKey(centreId, patient),
    range: { beginsWith: key('ENTRY', entry) },
    finds: [diary.entry],
  });

/** Who may look, what is withheld, plans, state and stock: they stand next to each other, so one query brings all that a page needs. */
export const aboutPatient = (centreId: string, patient: string) =>
  pattern({
    name: 'aboutPatient',
    partition: diaryKey(centreId, patient),
    range: { from: 'GRANT#', to: `STOCK#${END}` },
    finds: [
      sharing.grant,
      handover,
      diary.link,
      photo,
      diary.plan,
      sharing.withheld,
      request,
      state,
      stocked.stock,
    ],
  });

export const linksOf = (centreId: string, patient: string) =>
  pattern({
    name: 'linksOf',
    partition: diaryKey(centreId, patient),
    range: { beginsWith: 'LINK#' },
    finds: [diary.link],
  });

/** What is withheld in a diary, all of it. */
export const withheldOf = (centreId: string, patient: string) =>
  pattern({
    name: 'withheldOf',
    partition: diaryKey(centreId, patient),
    range: { beginsWith: 'PROTECTED#' },
    finds: [sharing.withheld],
  });

/** What came late to a diary, decided or not. */
export const lateOf = (centreId: string, patient: string) =>
  pattern({
    name: 'lateOf',
    partition: late.key({ centre: centreId, patient, late: '0' }).pk,
    range: { beginsWith: 'ACT#' },
    finds: [late],
  });

export const usesOf = (centreId: string, patient: string, entry: string) =>
  pattern({
    name: 'usesOf',
    partition: diaryKey(centreId, patient),
    range: { beginsWith: `${key('USE', entry)}#` },
    finds: [diary.use],
  });

/** The diaries, centre or registry job that an account is linked to. */
export const linkedTo = (account: string) =>
  pattern({
    name: 'linkedTo',
    index: 'account',
    partition: key('ACCOUNT', account),
    range: 'all',
    finds: [diary.link, centre.staff, centre.registryStaff],
  });

export const rosterOf = (centreId: string, nameStart: string) =>
  pattern({
    name: 'rosterOf',
    index: 'roster',
    partition: key('CENTRE', centreId, 'ROSTER'),
    range: nameStart === '' ? 'all' : { beginsWith: nameStart },
    finds: [state],
  });

/** What needs a person by `today`: what is to be looked at again on a later day stands behind it. Without a day, all of it. */
export const worklistOf = (centreId: string, today = '') =>
  pattern({
    name: 'worklistOf',
    index: 'worklist',
    partition: key('CENTRE', centreId, 'WORKLIST'),
    range: today === '' ? 'all' : { from: '0', to: `${key(sharing.REVIEW_RANK, today)}${END}` },
    finds: [state, diary.link, handover, request, late, system.outbox, sharing.withheld],
  });

export const staffOf = (centreId: string) =>
  pattern({
    name: 'staffOf',
    partition: centreAdminKey(centreId),
    range: { beginsWith: 'STAFF#' },
    finds: [centre.staff],
  });

export const exportsOf = (centreId: string) =>
  pattern({
    name: 'exportsOf',
    partition: centreAdminKey(centreId),
    range: { beginsWith: 'EXPORT#' },
    descending: true,
    finds: [centre.exportJob],
  });

/** A centre’s entries of one month by instant, both bounds included. */
export const centreEntries = (centreId: string, month: string, from: string, to: string) =>
  pattern({
    name: 'centreEntries',
    index: 'centreTime',
    partition: key('CENTRE', centreId, 'TIME', month),
    range: { from, to: `${to}${END}` },
    finds: [diary.entry],
  });

/** Patients of one shard whose status may change by `now`, and links whose reminder has come. Keys only. */
export const dueBy = (shard: number, now: string) =>
  pattern({
    name: 'dueBy',
    index: 'due',
    partition: key('DUE', shard),
    range: { from: '0', to: `${now}${END}` },
    finds: [state, diary.link, handover],
  });

/** Mails and jobs of one shard that should have been done by `now`. Keys only. */
export const unsentBy = (shard: number, now: string) =>
  pattern({
    name: 'unsentBy',
    index: 'unsent',
    partition: key('UNSENT', shard),
    range: { from: '0', to: `${now}${END}` },
    finds: [system.outbox],
  });

export const batchUses = (centreId: string, product: string, normalisedBatch: string) =>
  pattern({
    name: 'batchUses',
    index: 'batch',
    partition: key('CENTRE', centreId, 'BATCH', product, normalisedBatch),
    range: { beginsWith: 'used#' },
    finds: [diary.use],
  });

export const auditOf = (owner: Owner) =>
  pattern({
    name: 'auditOf',
    partition: system.audit.key({ owner, at: '0', audit: '0' }).pk,
    range: 'all',
    descending: true,
    finds: [system.audit],
  });

/** What is in an audit between two instants, both included, oldest first. */
export const auditBetween = (owner: Owner, from: string, to: string) =>
  pattern({
    name: 'auditBetween',
    partition: system.audit.key({ owner, at: '0', audit: '0' }).pk,
    range: { from, to: `${to}${END}` },
    finds: [system.audit],
  });

export const centresOfRegistry = () =>
  pattern({
    name: 'centresOfRegistry',
    partition: key('REGISTRY', 'CENTRES'),
    range: 'all',
    finds: [centre.registryCentre],
  });

export const directory = () =>
  pattern({
    name: 'directory',
    partition: key('REGISTRY', 'DIRECTORY'),
    range: 'all',
    finds: [centre.listedCentre],
  });

/** Everybody at the registry, with the recoveries that wait for a second person. */
export const registryTeam = () =>
  pattern({
    name: 'registryTeam',
    partition: key('REGISTRY', 'STAFF'),
    range: 'all',
    finds: [centre.registryStaff, centre.recovery],
  });

export const newestStatement = () =>
  pattern({
    name: 'newestStatement',
    partition: key('REGISTRY', 'STATEMENT'),
    range: 'all',
    descending: true,
    finds: [centre.statement],
  });
