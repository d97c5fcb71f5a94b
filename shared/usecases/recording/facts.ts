import { defaultPolicy, type CentrePolicy } from '#domain/centre-policy.ts';
import type { Evidence } from '#domain/evidence.ts';
import type { RecordingFacts } from '#domain/recording-types.ts';
import type { Policy } from '#contracts/centre.ts';
import type { entry } from '#table/entities/diary.ts';
import type { state } from '#table/entities/state.ts';
import type { Fields, Stored } from '#table/entity.ts';

/** What the rules of recording need to know, from the state item and what accounts for its days. */
export const factsOf = (patient: Fields<typeof state>, evidence: readonly Evidence[]): RecordingFacts => ({
  homeZone: patient.homeZone,
  homeTherapy: patient.homeTherapy,
  channel: patient.channel,
  clockFrom: patient.clockFrom,
  plans: patient.plans,
  evidence,
  accountedThrough: patient.accountedThrough,
  pauses: patient.pauses,
  stop: patient.stop,
  paperForm: patient.paperForm,
  deliveryStatus: patient.delivery.status,
  remindedOn: patient.remindedOn,
});

/** A centre's own parameters over the defaults. */
export const wholePolicy = (centre: Policy | undefined): CentrePolicy => ({
  ...defaultPolicy,
  ...centre,
  ownAccountAge: centre?.ownAccountAge ?? defaultPolicy.ownAccountAge,
});

/** What one entry says about recording; `undefined` for bleeds and for what was voided. */
export const evidenceOf = (item: Stored<typeof entry> | Fields<typeof entry>): Evidence | undefined => {
  const { data } = item;
  if (item.voided !== undefined || data.kind === 'bleed') return undefined;
  if (data.kind === 'treatment') {
    return {
      id: item.entry,
      kind: 'treatment',
      from: item.day,
      to: item.day,
      reason: data.reason,
      ...(data.product.kind === 'catalogue' ? { productId: data.product.id } : {}),
    };
  }
  return { id: item.entry, kind: data.kind, from: data.from, to: data.to };
};

/** Every entry's evidence once: a period stands in each month it touches, with the same id. */
export const evidenceFrom = (items: readonly Fields<typeof entry>[]): Evidence[] => {
  const byId = new Map<string, Evidence>();
  for (const item of items) {
    const one = evidenceOf(item);
    if (one !== undefined) byId.set(one.id, one);
  }
  return [...byId.values()];
};
