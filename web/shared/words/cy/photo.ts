import type { photoWords } from '../en/photo.ts';
import type { Translation } from '../translation.ts';

export const photo: Translation<typeof photoWords> = {
  add: 'Ychwanegu llun',
  hint: 'Caiff ei wneud yn llai ar y ddyfais hon yn gyntaf. Ni anfonir ble y’i tynnwyd.',
  sending: 'Yn anfon y llun…',
  added: 'Mae’r llun wedi’i gadw.',
  adding: 'Llun o waediad',
  takingOut: 'Dileu llun o waediad',
  kept: 'Mae’r llun ar y ffôn hwn. Fe’i hanfonir pan fydd gennych signal.',
  notAPhoto: 'Ni ellir defnyddio’r ffeil hon. Dewiswch lun arall.',
  show: (n) => `Dangos llun ${String(n)}`,
  name: (n) => `Llun ${String(n)} o’r gwaediad hwn`,
  remove: (n) => `Dileu llun ${String(n)}`,
  removeAsk: 'Dileu’r llun hwn? Ni ellir dod ag ef yn ôl.',
  removed: 'Mae’r llun wedi’i ddileu.',
};
