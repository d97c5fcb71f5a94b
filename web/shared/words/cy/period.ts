import type { periodFieldWords, periodWords } from '../en/period.ts';
import type { Translation } from '../translation.ts';

export const period: Translation<typeof periodWords> = {
  from: 'Diwrnod cyntaf',
  to: 'Diwrnod olaf',
  notSaid: 'Heb ddweud',
  notTakenTitle: 'Dos heb ei gymryd',
  notTakenText: 'Mae hyn yn dweud wrth eich canolfan beth ddigwyddodd. Nid oes neb yn colli marciau am hyn.',
  notTakenReason: 'Pam?',
  notTakenWhat: (from, to) => (from === to ? `heb ei gymryd ar ${from}` : `heb ei gymryd, ${from} hyd ${to}`),
  confirmTitle: 'Dim i’w gofnodi',
  confirmText:
    'Gallai diwrnod gwag olygu na ddigwyddodd dim, neu nad oedd gan neb amser i ysgrifennu. Mae dweud hynny’n helpu eich canolfan.',
  recordInstead: 'Roedd triniaeth: cofnodwch hi',
  answers: 'Beth allwch chi ei ddweud am y dyddiau hyn?',
  answersHint: 'Ticiwch beth sy’n iawn. Mae angen cofnodi triniaethau a gynlluniwyd o hyd.',
  noBleeds: 'Nid oedd gwaediadau',
  bleedRecorded: (day) =>
    `Mae gwaediad wedi’i gofnodi ar ${day}. Dewiswch ddyddiau eraill, neu tynnwch y tic`,
  noOther: 'Nid oedd triniaeth heblaw’r hyn sydd wedi’i gofnodi',
  period: 'Ar gyfer pa ddyddiau?',
  today: 'Heddiw',
  week: 'Y 7 diwrnod diwethaf',
  month: (month) => `${month} hyd yma`,
  wholeMonth: (month) => `${month} i gyd`,
  own: 'Dyddiau eraill',
  confirmWhat: (from, to) =>
    from === to ? `cadarnhawyd ar gyfer ${from}` : `cadarnhawyd ar gyfer ${from} hyd ${to}`,
};

export const periodField: Translation<typeof periodFieldWords> = {
  from: {
    empty: 'Rhowch y diwrnod cyntaf',
    'not-a-date': 'Rhowch ddiwrnod cyntaf go iawn',
    'in-future': 'Ni all y diwrnod cyntaf fod yn y dyfodol',
  },
  to: {
    empty: 'Rhowch y diwrnod olaf',
    'not-a-date': 'Rhowch ddiwrnod olaf go iawn',
    'before-start': 'Ni all y diwrnod olaf fod cyn y cyntaf',
    'in-future': 'Ni all y diwrnod olaf fod yn y dyfodol',
    'in-the-future': 'Mae’r diwrnod olaf yn rhy bell ymlaen',
    'too-long': 'Dewiswch dri mis ar y mwyaf',
  },
  answers: { empty: 'Ticiwch o leiaf un' },
};
