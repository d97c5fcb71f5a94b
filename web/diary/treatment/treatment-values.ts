import type { ListedProduct } from 'virtual:products';
import type { MonthView } from '#contracts/diary.ts';
import type { Treatment } from '#contracts/entries.ts';
import type { Moiety, Unit } from '#domain/product.ts';
import { newId } from '../../shared/api/new-id.ts';
import { localNow } from '../../shared/dates/days.ts';
import { type BleedValues, emptyBleed } from '../bleed/bleed-values.ts';
import { boxToStartFrom, type RememberedBatch } from './remembered-batches.ts';

export interface ContainerValues {
  readonly strength: string;
  readonly count: string;
  readonly batch: string;
  readonly notKnown: boolean;
  readonly unknownReason: string;
  readonly expiresOn: string;
  /** As scanned; a batch typed over them takes them away. */
  readonly gtin?: string | undefined;
  readonly serial?: string | undefined;
  /** Scanned, and the code didn't say the batch: one that is typed belongs to it. */
  readonly batchlessCode?: boolean | undefined;
  /** Typed or scanned for this entry: a scan doesn't take its place. */
  readonly isOwn?: boolean | undefined;
}

/** A treatment as it stands in the form: texts as typed, empty where nothing was said. */
export interface TreatmentValues {
  readonly id: string;
  readonly newBleedId: string;
  /** A catalogue id, `other`, or empty. */
  readonly productId: string;
  readonly otherName: string;
  readonly unit: Unit;
  readonly moiety: Moiety;
  readonly containers: readonly ContainerValues[];
  readonly amount: string;
  /** Once changed by hand, the amount no longer follows the containers. */
  readonly amountTyped: boolean;
  readonly date: string;
  readonly time: string;
  readonly zone: string;
  readonly fold: string;
  readonly reason: string;
  readonly bleeds: readonly string[];
  readonly isNewBleed: boolean;
  readonly newBleed: BleedValues;
  readonly place: string;
  readonly fromHomeStock: boolean;
  /** Another diary of the account whose box was used, `centre/patient`; empty for one's own. */
  readonly boxOf: string;
  readonly note: string;
}

/** A diary as the form names it. */
export const boxKey = ({ centre, patient }: { centre: string; patient: string }): string =>
  `${centre}/${patient}`;

type Dose = Pick<Treatment, 'product' | 'containers' | 'amount' | 'place' | 'fromHomeStock'> & {
  productName: string;
};

export const emptyContainer: ContainerValues = {
  strength: '',
  count: '1',
  batch: '',
  notKnown: false,
  unknownReason: '',
  expiresOn: '',
};

/** A row that is from a remembered box: what was scanned of another one doesn't stay. */
export const ofBox = ({ batch, printed }: RememberedBatch) => ({
  batch,
  expiresOn: printed ?? '',
  notKnown: false,
  unknownReason: '',
  gtin: undefined,
  serial: undefined,
  batchlessCode: undefined,
});

/** A row whose batch is typed: over what a code said, it is another box. */
export const typedBatch = (batch: string, { batchlessCode }: ContainerValues): Partial<ContainerValues> => ({
  batch,
  isOwn: true,
  ...(batchlessCode === true ? {} : { gtin: undefined, serial: undefined }),
});

const containerValues = (container: Treatment['containers'][number]): ContainerValues => ({
  strength: String(container.strength),
  count: String(container.count),
  batch: container.batch.kind === 'known' ? container.batch.number : '',
  notKnown: container.batch.kind === 'unknown',
  unknownReason: container.batch.kind === 'unknown' ? container.batch.reason : '',
  expiresOn: container.expiresOn ?? '',
  gtin: container.gtin,
  serial: container.serial,
});

const doseValues = (dose: Dose) => ({
  productId: dose.product.kind === 'catalogue' ? dose.product.id : 'other',
  otherName: dose.product.kind === 'other' ? dose.product.name : '',
  unit: dose.amount.unit,
  moiety: dose.amount.moiety,
  containers: dose.containers.map(containerValues),
  amount: String(dose.amount.value),
  amountTyped: true,
  place: dose.place,
  fromHomeStock: dose.fromHomeStock,
});

const isRoutine = (kind: string): boolean =>
  kind === 'routine' || kind === 'immune-tolerance' || kind === 'temporary';

/** A new treatment on a day: the person's own product first; never a dose that nobody typed or chose. */
export function newTreatment(view: MonthView, day: string): TreatmentValues {
  const { time } = localNow(view.homeZone);
  const date = day > view.today ? view.today : day;
  const routine = view.plan?.regimens.find(({ kind }) => isRoutine(kind)) ?? view.plan?.regimens[0];
  return {
    id: newId(),
    newBleedId: newId(),
    productId: routine?.productId ?? '',
    otherName: '',
    unit: routine?.amount.unit ?? 'IU',
    moiety: routine?.amount.moiety ?? 'unmapped',
    containers: [emptyContainer],
    amount: '',
    amountTyped: false,
    date,
    time,
    zone: view.homeZone,
    fold: '',
    reason: routine !== undefined && isRoutine(routine.kind) ? 'prophylaxis' : '',
    bleeds: [],
    isNewBleed: false,
    newBleed: emptyBleed(date, time),
    place: 'home',
    fromHomeStock: true,
    boxOf: '',
    note: '',
  };
}

/** The last treatment again, on a day and now; the reason is prophylaxis because that is what repeats. */
export function repeatedTreatment(
  view: MonthView,
  last: NonNullable<MonthView['lastTreatment']>,
  day: string,
): TreatmentValues {
  const dose = doseValues(last);
  const containers = dose.containers.map((container): ContainerValues => {
    const strength = Number(container.strength);
    const box = boxToStartFrom(view, dose.productId, { strength, batch: container.batch });
    // A serial is one box, and that one is empty.
    return box === undefined ? { ...container, serial: undefined } : { ...container, ...ofBox(box) };
  });
  return { ...newTreatment(view, day), ...dose, containers, reason: 'prophylaxis' };
}

/** A recorded treatment back in the form. */
export function treatmentValues(view: MonthView, entry: Treatment): TreatmentValues {
  const [date = '', time = ''] = entry.when.local.split('T');
  return {
    ...newTreatment(view, date),
    ...doseValues(entry),
    id: entry.id,
    date,
    time,
    zone: entry.when.zone,
    fold: entry.when.fold ?? '',
    reason: entry.reason,
    bleeds: entry.bleeds,
    boxOf: entry.otherBox?.of === undefined ? '' : boxKey(entry.otherBox.of),
    note: entry.note ?? '',
  };
}

/** What follows from choosing a product: its unit, and the plan's way to count it where it has two. */
export function withProduct(
  values: TreatmentValues,
  view: Pick<MonthView, 'plan' | 'lastTreatment'>,
  product: ListedProduct | undefined,
): TreatmentValues {
  const planned = view.plan?.regimens.find(({ productId }) => productId === product?.id);
  const last = view.lastTreatment;
  const isLast = last?.product.kind === 'catalogue' && last.product.id === product?.id;
  return {
    ...values,
    productId: product?.id ?? values.productId,
    unit: product?.unit ?? values.unit,
    moiety:
      product === undefined ? 'unmapped' : (planned?.amount.moiety ?? product.moieties[0] ?? 'unmapped'),
    containers: isLast ? last.containers.map(containerValues) : [emptyContainer],
    amount: '',
    amountTyped: false,
  };
}
