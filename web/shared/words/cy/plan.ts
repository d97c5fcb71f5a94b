import type { planWords } from '../en/plan.ts';
import type { Translation } from '../translation.ts';

export const plan: Translation<typeof planWords> = {
  title: 'Eich cynllun',
  open: 'Eich cynllun',
  inForce: 'Y cynllun nawr',
  ahead: 'O ddiwrnod diweddarach',
  before: 'Cynlluniau cynharach',
  none: 'Nid yw eich canolfan wedi ysgrifennu cynllun eto.',
  noRegimens: 'Nid oes dim wedi’i gynllunio.',
  from: (day) => `O ${day}`,
  fromTo: (from, to) => `${from} hyd ${to}`,
  kind: {
    routine: 'Triniaeth reolaidd',
    temporary: 'Am gyfnod',
    bleed: 'Ar gyfer gwaediad',
    'immune-tolerance': 'Goddefiad imiwn',
    'on-demand': 'Pan fo angen',
  },
  everyDay: 'bob dydd',
  everyDays: (n) => `bob ${String(n)} diwrnod`,
  everyWeek: 'bob wythnos',
  everyWeeks: (n) => `bob ${String(n)} wythnos`,
  onDays: (days) => `ar ${days}`,
  perDay: (n) => `${String(n)} gwaith y dydd`,
  until: (day) => `hyd ${day}`,
  starting: (amount, day) => `i ddechrau gyda ${amount}, o ${day}`,
  instead: 'yn lle’r driniaeth reolaidd',
  besides: 'yn ogystal â’r driniaeth reolaidd',
  ask: 'Dim ond eich canolfan sy’n newid cynllun. Os oes rhywbeth yn edrych yn anghywir, ffoniwch nhw.',
};
