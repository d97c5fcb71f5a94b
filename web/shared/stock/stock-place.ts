import type { CountedBody, DeliveredBody, WarmedBody, WastedBody } from '#contracts/stock.ts';
import { api } from '../api/api.ts';
import { newId } from '../api/new-id.ts';

/** Whose boxes: those of an open diary, or of a patient that staff look at. */
export type StockPlace =
  | { readonly of: 'diary'; readonly c: string; readonly p: string }
  | { readonly of: 'patient'; readonly p: string };

type Untold<B> = Omit<B, 'mutationId' | 'typedAt' | 'passed'>;

/** What a form tells of the stock. */
export type Told =
  | { readonly kind: 'delivered'; readonly body: Untold<DeliveredBody> }
  | { readonly kind: 'counted'; readonly body: Untold<CountedBody> }
  | { readonly kind: 'wasted'; readonly body: Untold<WastedBody> }
  | { readonly kind: 'warmed'; readonly body: Untold<WarmedBody> };

/** One act: sent again after a broken connection it is the same act. */
export const newStockAct = () => ({ id: newId(), mutationId: newId() });

/** Tells the server; the same whoever tells it. */
export const tellStock = (
  place: StockPlace,
  told: Told,
  act: ReturnType<typeof newStockAct>,
  passed: readonly string[],
) => {
  const sent = { mutationId: act.mutationId, typedAt: new Date().toISOString(), passed: [...passed] };
  if (place.of === 'diary') {
    const params = { c: place.c, p: place.p, id: act.id };
    switch (told.kind) {
      case 'delivered':
        return api('put-delivered', { params, body: { ...sent, ...told.body } });
      case 'counted':
        return api('put-counted', { params, body: { ...sent, ...told.body } });
      case 'wasted':
        return api('put-wasted', { params, body: { ...sent, ...told.body } });
      case 'warmed':
        return api('put-warmed', { params, body: { ...sent, ...told.body } });
    }
  }
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
  }
};
