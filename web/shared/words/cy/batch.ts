import type { batchWords } from '../en/batch.ts';
import type { Translation } from '../translation.ts';
import { byWhom } from './by-whom.ts';

export const batch: Translation<typeof batchWords> = {
  which: 'Pa flwch?',
  whichHint: 'Os nad yw’n un o’r rhain, teipiwch y swp isod.',
  whichOf: (strength) => `Pa flwch ar gyfer ${strength}?`,
  batch: (number) => `Swp ${number}`,
  expires: (day) => `defnyddier erbyn ${day}`,
  expired: (day) => `i’w ddefnyddio erbyn ${day}`,
  left: (count) => `${String(count)} ar ôl gartref`,
  recalled: 'Mae’r swp hwn wedi’i alw’n ôl. Gofynnwch i’ch canolfan amdano.',
  notKnown: 'Nid wyf yn gwybod y swp',
  toComplete: (n) => `${String(n)} swp i’w gwblhau`,
  completeOne: (day, product) => `${day}: ${product}`,
  completeTitle: 'Pa swp oedd ef?',
  typed: 'Rhif y swp',
  typedOf: (strength) => `Rhif y swp ar gyfer ${strength}`,
  twins: (day, product) => `Ai un driniaeth oedd hon? ${product}, ${day}`,
  twin: (time, by) => `${time}, cofnodwyd ${byWhom(by)}.`,
  twinRemove: (time) => `Tynnu’r un am ${time}`,
  twinsRight: 'Mae’r ddwy yn iawn',
};
