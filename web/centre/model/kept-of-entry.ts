import type { Treatment, When } from '#contracts/entries.ts';

type Container = Treatment['containers'][number];

/** What the code of a box said, which no field of the form shows. */
export interface ScannedCode {
  readonly productId: string;
  readonly strength: string;
  readonly code: Pick<Container, 'gtin' | 'serial'>;
}

export const scannedCodeOf = ({ strength, gtin, serial }: Container, productId: string): ScannedCode => ({
  productId,
  strength: String(strength),
  code: { ...(gtin === undefined ? {} : { gtin }), ...(serial === undefined ? {} : { serial }) },
});

/** Still true of a line that is corrected, as long as it is the same product in the same strength. */
export const codeKept = (
  scanned: ScannedCode | undefined,
  productId: string,
  strength: string,
): ScannedCode['code'] =>
  scanned?.productId === productId && scanned.strength === strength ? scanned.code : {};

/** A time as typed. One that was not changed stays as it was: which of a doubled hour it is has no field here. */
export const whenTyped = (day: string, time: string, zone: string, was: When | undefined): When => {
  const local = `${day}T${time}`;
  return was?.local === local && was.zone === zone ? was : { local, zone };
};
