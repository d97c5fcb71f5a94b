export interface ApplicationIdentifier {
  readonly digitsOnly: boolean;
  readonly min: number;
  readonly max: number;
  /** Ends by its own length: no separator follows. */
  readonly selfEnding: boolean;
}

const digits = (min: number, max: number, selfEnding = false): ApplicationIdentifier => ({
  digitsOnly: true,
  min,
  max,
  selfEnding,
});
const text = (max: number): ApplicationIdentifier => ({ digitsOnly: false, min: 1, max, selfEnding: false });

/** What may stand on a medicine's pack. Rules: GS1 General Specifications (syntax dictionary). */
export const APPLICATION_IDENTIFIERS: Readonly<Record<string, ApplicationIdentifier | undefined>> = {
  '01': digits(14, 14, true),
  '10': text(20),
  '11': digits(6, 6, true),
  '17': digits(6, 6, true),
  '21': text(20),
  '30': digits(1, 8),
  '37': digits(1, 8),
  '240': text(30),
  '241': text(30),
  '7003': digits(10, 10),
  ...Object.fromEntries(['710', '711', '712', '713', '714', '715', '716', '717'].map((ai) => [ai, text(20)])),
};

/** The identifier a text begins with: two to four digits. */
export const identifierAt = (rest: string): string | undefined =>
  [2, 3, 4].map((length) => rest.slice(0, length)).find((ai) => APPLICATION_IDENTIFIERS[ai] !== undefined);
