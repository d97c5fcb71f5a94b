import type { statementWords } from '../en/statement.ts';
import type { Translation } from '../translation.ts';

export const statement: Translation<typeof statementWords> = {
  title: 'Datganiad preifatrwydd',
  version: (version, day) => `Fersiwn ${String(version)}, ${day}`,
  versionsTitle: 'Fersiynau o’r datganiad',
  versionsIntro: 'Pob fersiwn a fu, y diweddaraf yn gyntaf, gyda’r hyn a newidiodd ynddo.',
  inForce: 'Hwn sy’n cyfrif nawr.',
  first: 'Ni ddywedwyd dim am yr hyn a newidiodd.',
  agreedOn: (day) => `Cytunoch ar ${day}.`,
  refusedOn: (day) => `Ni chytunoch ar ${day}.`,
  agreedThen: 'Cytunoch. Ni chadwyd y diwrnod.',
  notAnswered: 'Ni ofynnwyd i chi am hwn, neu nid ydych wedi ateb eto.',
  changes: 'Beth sydd wedi newid',
  shape: 'Ei ddangos fel',
  shapes: { usual: 'Testun arferol', easyRead: 'Hawdd ei ddeall', largePrint: 'Print bras' },
  noEasyRead: 'Nid oes ffurf hawdd ei deall o’r fersiwn hon eto. Gall eich canolfan fynd drwyddi gyda chi.',
  print: 'Argraffu',
  askTitle: 'Darllenwch ac atebwch',
  ask: 'Cyn i chi ddefnyddio’r dyddiadur, darllenwch y datganiad hwn a dywedwch a ydych yn cytuno.',
  agree: 'Rwy’n cytuno',
  refuse: 'Nid wyf yn cytuno',
  refusedTitle: 'Ni wnaethoch gytuno',
  refused:
    'Eich hawl chi yw hynny, ac nid yw eich triniaeth yn dibynnu arno. Ni chofnodir dim byd newydd yma ar eich cyfer. Mae’r hyn a gofnodwyd o’r blaen yn cael ei drin fel yr oedd.',
  stillMay: 'Beth allwch chi ei wneud o hyd',
  readAgain: 'Darllen y datganiad eto, a chytuno os newidiwch eich meddwl',
  export: 'Allforio eich dyddiadur',
  withdraw: (centre) => `Ffoniwch ${centre} i dynnu’n ôl, neu i gael dileu’r dyddiadur`,
  withdrawNoCentre: 'Ffoniwch eich canolfan i dynnu’n ôl, neu i gael dileu’r dyddiadur',
  paper: 'Gallwch hefyd ofyn i’ch canolfan gofnodi ar bapur.',
};
