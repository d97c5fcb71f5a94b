import type { Unit } from '#domain/product.ts';
import { findProduct } from '#catalogue/catalogue.ts';
import type { BleedSite, Side } from '#domain/vocabulary.ts';

/** Where our own code systems and the full addresses of resources are named. A name, not a server. */
export const BASE = 'https://haemdiary.example/fhir';
export const SNOMED = 'http://snomed.info/sct';
const UCUM = 'http://unitsofmeasure.org';

/** UCUM: international units are in square brackets, being arbitrary. `U` of a bypassing agent is no enzyme unit of UCUM. */
const UCUM_CODES: Readonly<Record<Unit, string>> = { IU: '[iU]', U: "[arb'U]", mg: 'mg', g: 'g', ug: 'ug' };

/** A value with its unit; what it is a unit of is said in words, because UCUM has no units of one moiety. */
export const quantity = ({ value, unit, moiety }: { value: number; unit: Unit; moiety?: string }) => ({
  value,
  unit: moiety === undefined || moiety === 'unmapped' ? unit : `${unit} ${moiety}`,
  system: UCUM,
  code: UCUM_CODES[unit],
});

/** A code of a code system of ours. */
export const own = (system: string, code: string) => ({ system: `${BASE}/CodeSystem/${system}`, code });

/** Our own code with the words for people. */
export const concept = (system: string, code: string, text: string = code) => ({
  coding: [own(system, code)],
  text,
});

/**
 * SNOMED CT body structures, for the sites that are one. The others have our own code only: a code that is nearly right
 * is wrong in somebody else's system.
 */
const BODY_STRUCTURES: Readonly<Partial<Record<BleedSite, readonly [string, string]>>> = {
  ankle: ['70258002', 'Ankle joint structure'],
  knee: ['49076000', 'Knee joint structure'],
  elbow: ['16953009', 'Elbow joint structure'],
  hip: ['24136001', 'Hip joint structure'],
  thigh: ['68367000', 'Thigh structure'],
  forearm: ['14975008', 'Forearm structure'],
  head: ['69536005', 'Head structure'],
  neck: ['45048000', 'Neck structure'],
  chest: ['51185008', 'Thoracic structure'],
  nose: ['45206002', 'Nasal structure'],
};

/** Where a bleed was. The SNOMED structure has no side: the side is in our own code and in the words. */
export const bodySite = (site: BleedSite, side: Side) => {
  const structure = BODY_STRUCTURES[site];
  const place = side === 'none' ? site : `${side}-${site}`;
  return {
    coding: [
      ...(structure === undefined ? [] : [{ system: SNOMED, code: structure[0], display: structure[1] }]),
      own('bleed-site', place),
    ],
    text: place.replaceAll('-', ' '),
  };
};

/** A product of the catalogue. A product that isn't in it has a name only. */
export const productConcept = (productId: string | undefined, name: string) => ({
  ...(productId === undefined ? {} : { coding: [{ ...own('product', productId), display: name }] }),
  text: name,
});

const ROUTES = {
  intravenous: ['47625008', 'Intravenous route'],
  subcutaneous: ['34206005', 'Subcutaneous route'],
  oral: ['26643006', 'Oral route'],
  intranasal: ['46713006', 'Nasal route'],
} as const;

/** How a product of the catalogue goes in. */
export const routeOf = (productId: string | undefined) => {
  const product = productId === undefined ? undefined : findProduct(productId);
  if (product === undefined) return {};
  const [code, display] = ROUTES[product.route];
  return { route: { coding: [{ system: SNOMED, code, display }] } };
};
