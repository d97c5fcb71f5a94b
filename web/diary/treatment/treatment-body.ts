import type { ListedProduct } from 'virtual:products';
import type { TreatmentBody, When } from '#contracts/entries.ts';
import { isMultipleOfStep } from '#domain/amount.ts';
import { BATCH_UNKNOWN_REASONS, BLEED_REASONS, PLACES, REASON_IDS } from '#domain/vocabulary.ts';
import { isDay, localNow } from '../../shared/dates/days.ts';
import { parseAmount } from '../../shared/forms/parse-amount.ts';
import type { Errors } from '../../shared/forms/use-form.ts';
import { bleedFieldWords } from '../../shared/words/en/bleed.ts';
import { reasonWords } from '../../shared/words/en/problems.ts';
import { containerFieldWords, treatmentFieldWords } from '../../shared/words/en/treatment.ts';
import { bleedFields, bleedReasons } from '../bleed/bleed-values.ts';
import type { Unsent } from '../state/save-entry.ts';
import { countOf } from './count-of.ts';
import type { ContainerValues, TreatmentValues } from './treatment-values.ts';

export type TreatmentUnsent = Unsent<'put-treatment'>;
type Container = TreatmentBody['containers'][number];

export const isBleedReason = (reason: string): boolean => BLEED_REASONS.some((id) => id === reason);

function containerErrors(container: ContainerValues, index: number, batchRequired: boolean): Errors {
  const at = (name: string): string => `containers-${String(index)}-${name}`;
  const strength = parseAmount(container.strength);
  const noBatch = batchRequired && !container.notKnown && container.batch.trim() === '';
  return {
    ...(strength.kind === 'number' && strength.value > 0
      ? {}
      : { [at('strength')]: containerFieldWords.strength }),
    ...(countOf(container.count) === undefined ? { [at('count')]: containerFieldWords.count } : {}),
    ...(noBatch ? { [at('batch')]: containerFieldWords.batch } : {}),
    ...(container.notKnown && container.unknownReason === ''
      ? { [at('unknownReason')]: containerFieldWords.unknownReason }
      : {}),
    ...(container.expiresOn === '' || isDay(container.expiresOn)
      ? {}
      : { [at('expiresOn')]: containerFieldWords.expiresOn }),
  };
}

function amountError(text: string, product: ListedProduct | undefined): string | undefined {
  const parsed = parseAmount(text);
  const say = (reason: string): string => reasonWords(reason, 'amount', treatmentFieldWords);
  if (text.trim() === '') return say('empty');
  if (parsed.kind === 'not-a-number') return say('not-a-number');
  if (parsed.kind === 'unclear') return say('ambiguous');
  if (parsed.value <= 0) return say('not-above-zero');
  return isMultipleOfStep(parsed.value, product?.step ?? 0.001) ? undefined : say('not-a-step');
}

function whenErrors({ date, time, zone }: TreatmentValues): Errors {
  const say = (field: string, reason: string): Errors => ({
    [field]: reasonWords(reason, field, treatmentFieldWords),
  });
  if (!isDay(date)) return say('date', date === '' ? 'empty' : 'not-a-date');
  if (!/^\d\d:\d\d$/.test(time)) return say('time', time === '' ? 'empty' : 'not-a-time');
  // Ten minutes ahead is allowed for clocks that differ.
  const soon = localNow(zone, Date.now() + 600_000);
  return `${date}T${time}` > `${soon.day}T${soon.time}` ? say('time', 'in-future') : {};
}

function bleedErrors(values: TreatmentValues): Errors {
  if (!isBleedReason(values.reason)) return {};
  if (!values.isNewBleed) {
    return values.bleeds.length > 0 ? {} : { bleeds: reasonWords('empty', 'bleeds', treatmentFieldWords) };
  }
  return Object.fromEntries(
    Object.entries(bleedReasons(values.newBleed)).map(([field, reason]) => [
      `newBleed-${field}`,
      reasonWords(reason, field, bleedFieldWords),
    ]),
  );
}

/** Everything that can be told before sending, by field id, in the order of the form. */
export function treatmentErrors(values: TreatmentValues, product: ListedProduct | undefined): Errors {
  const say = (field: string, reason: string): Errors => ({
    [field]: reasonWords(reason, field, treatmentFieldWords),
  });
  const amount = amountError(values.amount, product);
  const containers = values.containers.flatMap((container, index) =>
    Object.entries(containerErrors(container, index, product?.batchRequired ?? true)),
  );
  return {
    ...(values.productId === '' ? say('productId', 'empty') : {}),
    ...(values.productId === 'other' && values.otherName.trim() === '' ? say('otherName', 'empty') : {}),
    ...Object.fromEntries(containers),
    ...(amount === undefined ? {} : { amount }),
    ...whenErrors(values),
    ...(values.reason === '' ? say('reason', 'empty') : {}),
    ...bleedErrors(values),
  };
}

const batchOf = ({ notKnown, unknownReason, batch }: ContainerValues): Container['batch'] => {
  const reason = BATCH_UNKNOWN_REASONS.find((id) => id === unknownReason);
  if (notKnown && reason !== undefined) return { kind: 'unknown', reason };
  return batch.trim() === '' ? { kind: 'not-needed' } : { kind: 'known', number: batch.trim() };
};

const numberOf = (text: string): number => {
  const parsed = parseAmount(text);
  return parsed.kind === 'number' ? parsed.value : 0;
};

const whenOf = ({ date, time, zone, fold }: TreatmentValues): When => ({
  local: `${date}T${time}`,
  zone,
  ...(fold === 'earlier' || fold === 'later' ? { fold } : {}),
});

const boxFromOf = ({ boxOf }: TreatmentValues): Pick<TreatmentUnsent, 'boxFrom'> => {
  const [centre = '', patient = ''] = boxOf.split('/');
  return patient === '' ? {} : { boxFrom: { centre, patient } };
};

/** The treatment as the API takes it, from values that `treatmentErrors` finds nothing in. */
export function treatmentBody(values: TreatmentValues): TreatmentUnsent {
  const forBleed = isBleedReason(values.reason);
  const newBleed = forBleed && values.isNewBleed ? bleedFields(values.newBleed, values.zone) : undefined;
  const note = values.note.trim();
  return {
    when: whenOf(values),
    product:
      values.productId === 'other'
        ? { kind: 'other', name: values.otherName.trim() }
        : { kind: 'catalogue', id: values.productId },
    containers: values.containers.map((container) => ({
      strength: numberOf(container.strength),
      count: countOf(container.count) ?? 0,
      batch: batchOf(container),
      ...(container.expiresOn === '' ? {} : { expiresOn: container.expiresOn }),
      ...(container.gtin === undefined ? {} : { gtin: container.gtin }),
      ...(container.serial === undefined ? {} : { serial: container.serial }),
    })),
    amount: { value: numberOf(values.amount), unit: values.unit, moiety: values.moiety },
    reason: REASON_IDS.find((id) => id === values.reason) ?? 'other',
    bleeds: forBleed ? [...values.bleeds, ...(newBleed === undefined ? [] : [values.newBleedId])] : [],
    place: PLACES.find((id) => id === values.place) ?? 'home',
    fromHomeStock: values.fromHomeStock,
    ...boxFromOf(values),
    ...(note === '' ? {} : { note }),
    ...(newBleed === undefined ? {} : { newBleed: { id: values.newBleedId, ...newBleed } }),
  };
}
