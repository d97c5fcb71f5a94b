import { findProduct } from '#catalogue/catalogue.ts';
import type { Regimen } from '#contracts/plan.ts';
import type { Moiety, Product } from '#domain/product.ts';

/** Treatments by class of product, as a UK centre may prescribe them: amount by weight, how often, what for bleeds. */
interface Prescription {
  readonly product: string;
  readonly perKg: number;
  /** Days between doses; `weekdays` for those on fixed days; missing for on demand. */
  readonly days?: number;
  readonly weekdays?: readonly number[];
  readonly bleedProduct: string;
  readonly bleedPerKg: number;
  /** The bleed product's moiety where it holds two. */
  readonly moiety?: Moiety;
}

const bleedsWith = (bleedProduct: string, bleedPerKg: number) => ({ bleedProduct, bleedPerKg });

export const PRESCRIPTIONS = {
  'fviii-alternate': { product: 'advate', perKg: 25, days: 2, ...bleedsWith('advate', 30) },
  'fviii-weekdays': {
    product: 'kovaltry',
    perKg: 28,
    weekdays: [1, 3, 5],
    ...bleedsWith('kovaltry', 30),
  },
  'fviii-extended': { product: 'elocta', perKg: 42, days: 3, ...bleedsWith('elocta', 30) },
  'fviii-weekly': { product: 'altuvoct', perKg: 50, days: 7, ...bleedsWith('altuvoct', 40) },
  'fix-standard': { product: 'benefix', perKg: 40, days: 3, ...bleedsWith('benefix', 50) },
  'fix-weekly': { product: 'idelvion', perKg: 40, days: 7, ...bleedsWith('idelvion', 45) },
  'fix-fortnightly': { product: 'alprolix', perKg: 60, days: 14, ...bleedsWith('alprolix', 50) },
  'mimetic-weekly': { product: 'hemlibra', perKg: 1.5, days: 7, ...bleedsWith('advate', 30) },
  'mimetic-fortnightly': { product: 'hemlibra', perKg: 3, days: 14, ...bleedsWith('kovaltry', 30) },
  'mimetic-four-weekly': { product: 'hemlibra', perKg: 6, days: 28, ...bleedsWith('advate', 30) },
  'rebalancing-daily': { product: 'alhemo', perKg: 0.2, days: 1, ...bleedsWith('novoseven', 0.09) },
  'vwf-demand': { product: 'veyvondi', perKg: 40, ...bleedsWith('veyvondi', 40) },
  'fviii-demand': { product: 'advate', perKg: 30, ...bleedsWith('advate', 30) },
  'fix-demand': { product: 'benefix', perKg: 50, ...bleedsWith('benefix', 50) },
  'bypassing-demand': { product: 'novoseven', perKg: 0.09, ...bleedsWith('novoseven', 0.09) },
} as const satisfies Record<string, Prescription>;
export type PrescriptionId = keyof typeof PRESCRIPTIONS;

/** What goes in at once: equal containers used up whole where the product comes in single doses. */
export interface Dose {
  readonly product: Product;
  readonly amount: Regimen['amount'];
  readonly strength: number;
  readonly count: number;
}

const MOST_CONTAINERS = 4;

const productOf = (id: string): Product => {
  const product = findProduct(id);
  if (product === undefined) throw new Error(`The catalogue has no ${id}.`);
  return product;
};

/** The dose nearest to a target that whole containers make; of a pen, the target itself. */
export const doseNear = (productId: string, target: number): Dose => {
  const product = productOf(productId);
  const [moiety] = product.moieties;
  const [smallest] = product.strengths;
  if (moiety === undefined || smallest === undefined) throw new Error(`${productId} has no strength.`);
  const dose = (value: number, strength: number, count: number): Dose => ({
    product,
    amount: { value, unit: product.unit, moiety },
    strength,
    count,
  });
  if (product.container !== 'single-dose') {
    const steps = Math.max(1, Math.round(target / product.step));
    return dose(Math.round(steps * product.step * 10) / 10, smallest.value, 1);
  }
  const choices = product.strengths
    .filter(({ source }) => source === 'label' || product.source !== 'label')
    .flatMap(({ value }) =>
      Array.from({ length: MOST_CONTAINERS }, (_, index) => dose(value * (index + 1), value, index + 1)),
    );
  const cost = ({ amount, count }: Dose): number => Math.abs(amount.value - target) * (1 + count / 20);
  return choices.reduce((best, choice) => (cost(choice) < cost(best) ? choice : best));
};

/** The regimens of a plan and the doses they ask for. */
export const prescribe = (
  id: PrescriptionId,
  weightKg: number,
  anchor: string,
): { readonly regimens: Regimen[]; readonly routine: Dose | undefined; readonly forBleeds: Dose } => {
  const prescription: Prescription = PRESCRIPTIONS[id];
  const { days, weekdays } = prescription;
  const forBleeds = doseNear(prescription.bleedProduct, prescription.bleedPerKg * weightKg);
  const bleed: Regimen = {
    kind: days === undefined && weekdays === undefined ? 'on-demand' : 'bleed',
    productId: forBleeds.product.id,
    amount: forBleeds.amount,
    dosesPerDay: 1,
  };
  if (bleed.kind === 'on-demand') return { regimens: [bleed], routine: undefined, forBleeds };
  const routine = doseNear(prescription.product, prescription.perKg * weightKg);
  const regimen: Regimen = {
    kind: 'routine',
    productId: routine.product.id,
    amount: routine.amount,
    anchor,
    schedule:
      weekdays === undefined
        ? { kind: 'every-days', days: days ?? 7 }
        : { kind: 'weekdays', weekdays: [...weekdays] },
    dosesPerDay: 1,
  };
  return { regimens: [regimen, bleed], routine, forBleeds };
};
