import type { moveWords } from '../en/move.ts';
import type { Translation } from '../translation.ts';

export const move: Translation<typeof moveWords> = {
  title: 'Symud i ddyddiadur arall',
  text: (from) =>
    `Caiff ei gofnodi yn y dyddiadur arall a’i dynnu o ddyddiadur ${from}. Mae hanes y ddau yn dweud hynny.`,
  whose: 'Pwy biau ef?',
  move: 'Ei symud',
  moveTo: (name) => `Ei symud i ddyddiadur ${name}`,
  done: (name) => `Symudwyd i ddyddiadur ${name}.`,
  reason: 'Symudwyd i ddyddiadur arall: fe’i cofnodwyd yma drwy gamgymeriad',
  cannot:
    'Ni ellir symud hwn. Symudwch y gwaediad yn gyntaf, neu cofnodwch ef yn y dyddiadur arall, yna tynnwch ef yma.',
};
