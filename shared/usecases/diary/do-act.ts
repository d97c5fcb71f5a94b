import type { Saved } from '#contracts/entries.ts';
import type { SyncAct } from '#contracts/sync.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import type { Result } from '#usecases/result.ts';
import { countStock } from '#usecases/stock/count-stock.ts';
import { deliverStock } from '#usecases/stock/deliver-stock.ts';
import { takeBackDelivery } from '#usecases/stock/take-back-delivery.ts';
import { warmStock } from '#usecases/stock/warm-stock.ts';
import { wasteStock } from '#usecases/stock/waste-stock.ts';
import { correctBleed } from './correct-bleed.ts';
import { correctTreatment } from './correct-treatment.ts';
import type { DiaryIds } from './may-write.ts';
import { recordBleed } from './record-bleed.ts';
import { confirmPeriod, markNotTaken } from './record-period.ts';
import { recordTreatment } from './record-treatment.ts';
import { voidEntry } from './void-entry.ts';

/** Does one act that was made on a device, as its own route would. */
export const doAct = (
  context: Context & Partial<Scopes>,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  act: SyncAct,
): Promise<Result<Saved>> => {
  switch (act.kind) {
    case 'treatment': {
      const { id, version, body } = act;
      return version === undefined
        ? recordTreatment(context, caller, diary, id, body)
        : correctTreatment(context, caller, diary, { id, version, body });
    }
    case 'bleed': {
      const { id, version, body } = act;
      return version === undefined
        ? recordBleed(context, caller, diary, id, body)
        : correctBleed(context, caller, diary, { id, version, body });
    }
    case 'not-taken':
      return markNotTaken(context, caller, diary, act.id, act.body);
    case 'confirmation':
      return confirmPeriod(context, caller, diary, act.id, act.body);
    case 'void':
      return voidEntry(context, caller, diary, act);
    case 'delivered':
      return deliverStock(context, caller, diary, act);
    case 'counted':
      return countStock(context, caller, diary, act);
    case 'wasted':
      return wasteStock(context, caller, diary, act);
    case 'warmed':
      return warmStock(context, caller, diary, act);
    case 'taken-back':
      return takeBackDelivery(context, caller, diary, act);
  }
};
