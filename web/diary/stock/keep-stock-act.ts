import type { Saved } from '#contracts/entries.ts';
import type { Outcome } from '../../shared/api/failure.ts';
import type { StockStamp, Told } from '../../shared/stock/stock-place.ts';
import type { DiaryLink } from '../state/me.ts';
import { saveAct } from '../state/save-entry.ts';

const routes = {
  delivered: 'put-delivered',
  counted: 'put-counted',
  wasted: 'put-wasted',
  warmed: 'put-warmed',
  'taken-back': 'put-taken-back',
} as const;

/** Keeps what is told of the boxes on this device, then sends it, as every act of the diary. */
export const keepStockAct =
  ({ centre, patient }: DiaryLink) =>
  (id: string, told: Told, stamp: StockStamp): Promise<Outcome<Saved> | 'kept'> =>
    saveAct({ route: routes[told.kind], centre, patient, id, body: { ...told.body, ...stamp } });
