import type { Entry, Treatment } from '#contracts/entries.ts';
import { findProduct } from '#catalogue/catalogue.ts';
import { REASONS } from '#domain/vocabulary.ts';
import { moment, type Subject } from './moment.ts';
import { concept, productConcept, quantity, routeOf } from './codes.ts';

type NotTaken = Extract<Entry, { kind: 'not-taken' }>;
type Container = Treatment['containers'][number];

const productIdOf = ({ product }: Treatment): string | undefined =>
  product.kind === 'catalogue' ? product.id : undefined;

/** The batch of one kind of container. A batch that isn't known stays away: FHIR has no word for it. */
const medication = (treatment: Treatment, { batch, expiresOn }: Container, id: string) => {
  const lot = batch.kind === 'known' ? { lotNumber: batch.number } : {};
  const expiry = expiresOn === undefined ? {} : { expirationDate: expiresOn };
  return {
    resourceType: 'Medication' as const,
    id,
    code: productConcept(productIdOf(treatment), treatment.productName),
    ...(Object.keys({ ...lot, ...expiry }).length === 0 ? {} : { batch: { ...lot, ...expiry } }),
  };
};

/**
 * What went in: one medication with its batch, or, of several batches, a medication made of them. A `Medication` has
 * room for one batch only.
 */
const contained = (treatment: Treatment) => {
  const { containers, productName } = treatment;
  const [first] = containers;
  if (first !== undefined && containers.length === 1) return [medication(treatment, first, 'medication')];
  const unit = findProduct(productIdOf(treatment) ?? '')?.unit ?? treatment.amount.unit;
  const parts = containers.map((one, place) => medication(treatment, one, `batch-${String(place + 1)}`));
  return [
    ...parts,
    {
      resourceType: 'Medication' as const,
      id: 'medication',
      code: productConcept(productIdOf(treatment), productName),
      ingredient: containers.map(({ strength, count }, place) => ({
        itemReference: { reference: `#batch-${String(place + 1)}` },
        strength: { numerator: quantity({ value: strength * count, unit }), denominator: { value: 1 } },
      })),
    },
  ];
};

const noteOf = (note: string | undefined) =>
  note === undefined || note === '' ? {} : { note: [{ text: note }] };

/** A treatment. One that was taken out of the diary is marked as entered in error, with the reason. */
export const administration = (treatment: Treatment, { subject, has }: Subject) => {
  const { amount, reason, bleeds, voided, when, at } = treatment;
  const code = REASONS.find(({ id }) => id === reason)?.code;
  const known = bleeds.filter((id) => has(id));
  return {
    resourceType: 'MedicationAdministration' as const,
    id: treatment.id,
    contained: contained(treatment),
    status: voided === undefined ? ('completed' as const) : ('entered-in-error' as const),
    ...(voided === undefined ? {} : { statusReason: [{ text: voided.reason }] }),
    medicationReference: { reference: '#medication' },
    subject,
    effectiveDateTime: moment(at, when.zone),
    reasonCode: [
      {
        coding: [
          ...concept('treatment-reason', reason).coding,
          ...(code === undefined ? [] : concept('treatment-reason-number', String(code)).coding),
        ],
        text: reason.replaceAll('-', ' '),
      },
    ],
    ...(known.length === 0 ? {} : { reasonReference: known.map((id) => ({ reference: `Condition/${id}` })) }),
    ...noteOf(treatment.note),
    dosage: { ...routeOf(productIdOf(treatment)), dose: quantity(amount) },
  };
};

/** Planned doses that the person marked as not taken. The mark is of days, so no product is named. */
export const notTaken = (entry: NotTaken, { subject }: Subject) => ({
  resourceType: 'MedicationAdministration' as const,
  id: entry.id,
  status: entry.voided === undefined ? ('not-done' as const) : ('entered-in-error' as const),
  ...(entry.reason === undefined
    ? {}
    : { statusReason: [concept('not-taken-reason', entry.reason, entry.reason.replaceAll('-', ' '))] }),
  medicationCodeableConcept: { text: 'Planned treatment of these days' },
  subject,
  effectivePeriod: { start: entry.from, end: entry.to },
});
