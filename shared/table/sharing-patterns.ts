import * as sharing from './entities/sharing.ts';
import { diaryKey, key } from './key.ts';
import { pattern } from './pattern.ts';

export const grantsOf = (centreId: string, patient: string) =>
  pattern({
    name: 'grantsOf',
    partition: diaryKey(centreId, patient),
    range: { beginsWith: 'GRANT#' },
    finds: [sharing.grant],
  });

/** The diaries of other centres that are, were or will be shared with a centre; those ended by hand are gone from it. */
export const sharedWith = (grantee: string) =>
  pattern({
    name: 'sharedWith',
    index: 'account',
    partition: key('CENTRE', grantee, 'SHARED'),
    range: 'all',
    finds: [sharing.grant],
  });

/** One of them. */
export const sharedDiary = (grantee: string, centreId: string, patient: string) =>
  pattern({
    name: 'sharedDiary',
    index: 'account',
    partition: key('CENTRE', grantee, 'SHARED'),
    range: { from: key(centreId, patient), to: key(centreId, patient) },
    finds: [sharing.grant],
  });
