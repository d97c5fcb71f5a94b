import type { moveWords } from '../en/move.ts';
import type { Translation } from '../translation.ts';

export const move: Translation<typeof moveWords> = {
  title: 'Symud i ddyddiadur arall',
  text: (from) =>
    `Caiff ei gofnodi yn y dyddiadur arall a’i dynnu o ddyddiadur ${from}. Mae hanes y ddau yn dweud hynny.`,
  whose: 'Pwy biau ef?',
  chooseWhose: 'Dewiswch pwy biau ef',
  chooseAlong: {
    treatment: 'Dywedwch a yw’r gwaediad yn symud hefyd',
    bleed: 'Dywedwch a yw ei driniaethau yn symud hefyd',
  },
  move: 'Ei symud',
  moveTo: (name) => `Ei symud i ddyddiadur ${name}`,
  done: (name) => `Symudwyd i ddyddiadur ${name}.`,
  what: (name) => `symudwyd i ddyddiadur ${name}`,
  whatOf: (title, name) => `${title}: i ddyddiadur ${name}`,
  goesAlong: { treatment: 'Mae ei focsys yn mynd gydag ef.', bleed: 'Mae ei luniau yn mynd gydag ef.' },
  along: {
    treatment: 'Mae’r driniaeth hon ar gyfer gwaediad. A yw’r gwaediad yn symud hefyd?',
    bleed: 'Cafodd y gwaediad hwn ei drin. A yw ei driniaethau yn symud hefyd?',
  },
  alongYes: {
    treatment: 'Ydy, mae’r gwaediad yn symud hefyd',
    bleed: 'Ydyn, mae’r triniaethau yn symud hefyd',
  },
  alongNo: { treatment: 'Nac ydy, mae’r gwaediad yn aros', bleed: 'Nac ydyn, mae’r triniaethau yn aros' },
  alongNoHint: {
    treatment: 'Yn y dyddiadur arall, ni fydd y driniaeth yn dweud ar gyfer pa waediad yr oedd.',
    bleed: 'Yn y dyddiadur arall, ni fydd y gwaediad yn dangos triniaeth.',
  },
  cannot: 'Ni ellir symud hwn. Cofnodwch ef yn y dyddiadur arall, yna tynnwch ef yma.',
};
