import * as centre from './entities/centre.ts';
import * as stocked from './entities/stock.ts';
import { recallContact } from './entities/recall-contact.ts';
import { centreKey, diaryKey, key } from './key.ts';
import { END, pattern } from './pattern.ts';

/** What is at home, every batch and strength. */
export const stockOf = (centreId: string, patient: string) =>
  pattern({
    name: 'stockOf',
    partition: diaryKey(centreId, patient),
    range: { beginsWith: 'STOCK#' },
    finds: [stocked.stock],
  });

/** Deliveries, stock-takes and waste between two days, both included. */
export const stockMovements = (centreId: string, patient: string, from: string, to: string) =>
  pattern({
    name: 'stockMovements',
    index: 'timeline',
    partition: diaryKey(centreId, patient),
    range: { from: key('STOCK', from), to: `${key('STOCK', to)}#${END}` },
    finds: [stocked.stockMovement],
  });

/** A centre as its patients know it, with the batches it calls back: one query. */
export const centreKnown = (centreId: string) =>
  pattern({
    name: 'centreKnown',
    partition: centreKey(centreId),
    range: { from: 'PROFILE', to: `RECALL#${END}` },
    finds: [centre.centreProfile, stocked.recall],
  });

export const recallsOf = (centreId: string) =>
  pattern({
    name: 'recallsOf',
    partition: centreKey(centreId),
    range: { beginsWith: 'RECALL#' },
    finds: [stocked.recall],
  });

/** How far everyone has been told of one recall. */
export const recallContactsOf = (centreId: string, recall: string) =>
  pattern({
    name: 'recallContactsOf',
    partition: centreKey(centreId),
    range: { beginsWith: `${key('RECALLED', recall)}#` },
    finds: [recallContact],
  });

/** Who has a batch in stock, or had until it was used up: `count` tells. */
export const batchHeld = (centreId: string, product: string, normalisedBatch: string) =>
  pattern({
    name: 'batchHeld',
    index: 'batch',
    partition: key('CENTRE', centreId, 'BATCH', product, normalisedBatch),
    range: { beginsWith: 'held#' },
    finds: [stocked.stock],
  });
