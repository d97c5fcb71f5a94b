import type { proofWords } from '../en/proof.ts';
import type { Translation } from '../translation.ts';

export const proof: Translation<typeof proofWords> = {
  title: 'Ai chi sydd yno?',
  text: 'Rhowch eich cyfrinair unwaith eto. Yna awn ymlaen: mae’r hyn a deipioch yn aros.',
  password: 'Eich cyfrinair',
  go: 'Ymlaen',
  empty: 'Rhowch eich cyfrinair',
  wrong: 'Nid yw’r cyfrinair hwn yn iawn.',
};
