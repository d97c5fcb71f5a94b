import type { CountedBody, DeliveredBody, TakenBackBody, WarmedBody, WastedBody } from '#contracts/stock.ts';
import type { Saved } from '#contracts/entries.ts';
import { api } from '../api/api.ts';
import type { Outcome } from '../api/failure.ts';
import { newId } from '../api/new-id.ts';

type Untold<B> = Omit<B, 'mutationId' | 'typedAt' | 'passed'>;

/** What a form tells of the stock. */
export type Told =
  | { readonly kind: 'delivered'; readonly body: Untold<DeliveredBody> }
  | { readonly kind: 'counted'; readonly body: Untold<CountedBody> }
  | { readonly kind: 'wasted'; readonly body: Untold<WastedBody> }
  | { readonly kind: 'warmed'; readonly body: Untold<WarmedBody> }
  | { readonly kind: 'taken-back'; readonly body: Untold<TakenBackBody> };

/** One act: sent again after a broken connection it is the same act. */
export const newStockAct = () => ({ id: newId(), mutationId: newId() });

/** What every act says besides. */
export interface StockStamp {
  readonly mutationId: string;
  readonly typedAt: string;
  readonly passed: string[];
}

/** What is typed in a form, kept on the device until it is told or left. */
export interface KeptForm<V> {
  readonly start: V;
  readonly keep: (values: V) => void;
  readonly forget: () => void;
}

/** Whose boxes: those of an open diary, which keeps what is told until it is sent, or of a patient that staff look at. */
export type StockPlace =
  | {
      readonly of: 'diary';
      readonly keep: (id: string, told: Told, stamp: StockStamp) => Promise<Outcome<Saved> | 'kept'>;
      /** A hook: what was typed in the form of that name outlives a reload and a crash. */
      readonly useDraft: <V extends object>(name: string, start: () => V) => KeptForm<V>;
    }
  | { readonly of: 'patient'; readonly p: string };

/** Tells the server; from a diary it is on the device first, and `kept` where it will be sent later. */
export function tellStock(
  place: StockPlace,
  told: Told,
  act: ReturnType<typeof newStockAct>,
  passed: readonly string[],
): Promise<Outcome<Saved> | 'kept'> {
  const sent = { mutationId: act.mutationId, typedAt: new Date().toISOString(), passed: [...passed] };
  if (place.of === 'diary') return place.keep(act.id, told, sent);
  const params = { p: place.p, id: act.id };
  switch (told.kind) {
    case 'delivered':
      return api('put-patient-delivered', { params, body: { ...sent, ...told.body } });
    case 'counted':
      return api('put-patient-counted', { params, body: { ...sent, ...told.body } });
    case 'wasted':
      return api('put-patient-wasted', { params, body: { ...sent, ...told.body } });
    case 'warmed':
      return api('put-patient-warmed', { params, body: { ...sent, ...told.body } });
    case 'taken-back':
      return api('put-patient-taken-back', { params, body: { ...sent, ...told.body } });
  }
}
