import type { exportWords } from '../en/export.ts';
import type { PartialTranslation } from '../translation.ts';

export const exportTo: PartialTranslation<typeof exportWords> = {
  title: 'Allforio i Excel',
  text: 'Cewch ffeil gyda phopeth yn y dyddiadur am gyfnod o hyd at flwyddyn.',
  from: 'O',
  to: 'Hyd',
  safety:
    'Unwaith y mae’r ffeil ar eich dyfais, chi sy’n gyfrifol am ei chadw’n ddiogel. Mae’n cynnwys manylion iechyd: peidiwch â’i gadael ar gyfrifiadur a rennir na’i hanfon drwy e-bost cyffredin.',
  button: 'Lawrlwytho’r ffeil',
  buttonFor: (name) => `Lawrlwytho dyddiadur ${name}`,
  done: 'Mae’r ffeil wedi’i lawrlwytho.',
  tooLong: 'Dewiswch flwyddyn ar y mwyaf',
};
