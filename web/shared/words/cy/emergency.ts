import type { emergencyWords } from '../en/emergency.ts';
import type { Translation } from '../translation.ts';

export const emergency: Translation<typeof emergencyWords> = {
  title: 'Ceisiwch help nawr os yw hyn yn digwydd nawr',
  call: 'Gall gwaediad fel hwn fod yn beryglus. Ffoniwch cyn mynd ymlaen i gofnodi.',
  page: {
    title: 'Mewn argyfwng, ffoniwch ar unwaith',
    call: 'Mae rhai gwaediadau’n beryglus. Ffoniwch yn gyntaf: gall ei ysgrifennu aros.',
  },
  emergencyService: 'Gwasanaeth brys:',
  orLocal: 'neu eich rhif brys lleol',
  centre: (name) => `${name ?? 'Eich canolfan'}, ddydd a nos:`,
  centreUnknown: 'Rhif brys eich canolfan: mae ar eich cerdyn brys.',
  nobodyWatches: 'Nid oes neb yn gwylio’r sgrin hon. Nid yw cofnodi yma yn galw neb.',
};
