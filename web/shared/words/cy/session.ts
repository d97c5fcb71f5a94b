import type { sessionFieldWords, sessionWords } from '../en/session.ts';
import type { Translation } from '../translation.ts';

export const session: Translation<typeof sessionWords> = {
  forgotUsername:
    'Wedi anghofio eich enw defnyddiwr? Ffoniwch eich canolfan: gallan nhw ddweud wrthych ar ôl gwirio pwy ydych chi.',
  secondTitle: 'Rhowch eich cod',
  secondText: 'Agorwch yr ap dilysu ar eich ffôn a rhowch y 6 digid y mae’n eu dangos ar gyfer Haemdiary.',
  code: 'Cod 6 digid',
  codeNotAccepted: 'Nid yw’r cod yn iawn neu mae wedi dyddio. Arhoswch am yr un nesaf a rhowch gynnig arall.',
  lostPhone: 'Wedi colli eich ffôn? Gofynnwch i reolwr data yn eich canolfan ailosod eich ail gam.',
  startAgain: 'Dechrau eto',
  setUpTitle: 'Gosod eich ail gam',
  setUpText:
    'Mae angen cod o’ch ffôn yn ogystal â chyfrinair ar y cyfrif hwn. Mae angen ap dilysu arnoch, er enghraifft yr un sydd yn eich ffôn yn barod.',
  setUpScan: '1. Yn yr ap, ychwanegwch gyfrif a sganiwch y llun hwn',
  setUpType: 'Neu teipiwch yr allwedd hon i’r ap',
  setUpEnter: '2. Rhowch y 6 digid y mae’r ap yn eu dangos nawr',
  setUpPicture: 'Cod QR gyda’r allwedd a ddangosir isod',
  finish: 'Gorffen a mewngofnodi',
  resetTitle: 'Dewis cyfrinair newydd',
  resetText:
    'Rhowch eich enw defnyddiwr. Os ydym yn ei adnabod, anfonwn god i’r cyfeiriad e-bost sydd gan eich canolfan ar eich cyfer.',
  resetSend: 'Anfonwch god ataf',
  resetSent: (username) =>
    `Os oes cyfrif o’r enw ${username}, mae cod ar ei ffordd i’w gyfeiriad e-bost. Gall gymryd ychydig funudau.`,
  resetNoMail: 'Dim cyfeiriad e-bost, neu ddim yn cyrraedd? Ffoniwch eich canolfan.',
  resetCode: 'Cod o’r e-bost',
  resetHaveCode: 'Mae gen i god yn barod',
  newPassword: 'Cyfrinair newydd',
  passwordHint:
    'O leiaf 12 nod. Mae tri neu bedwar gair na fyddai neb ond chi’n eu rhoi gyda’i gilydd yn gweithio’n dda.',
  resetSave: 'Cadw’r cyfrinair newydd',
  resetDoneTitle: 'Mae eich cyfrinair newydd wedi’i gadw',
  resetDone: 'Cawsoch eich allgofnodi ym mhobman arall. Mewngofnodwch gyda’r cyfrinair newydd.',
  acceptTitle: 'Derbyn eich gwahoddiad',
  acceptText: 'Rhowch y cod o’r e-bost neu’r llythyr. Mae’n 12 llythyren a digid; nid yw bylchau’n bwysig.',
  invitationCode: 'Cod gwahoddiad',
  acceptNot:
    'Nid yw’r cod hwn yn iawn, mae wedi’i ddefnyddio’n barod, neu mae wedi dyddio. Cymharwch ef â’r e-bost neu’r llythyr, neu gofynnwch i bwy bynnag a’ch gwahoddodd am un newydd.',
  invitedTo: {
    patient: (centre) =>
      `Mae ${centre ?? 'eich canolfan'} yn eich gwahodd i gadw eich dyddiadur triniaeth yma.`,
    carer: (centre) => `Mae ${centre ?? 'canolfan'} yn eich gwahodd i helpu i gadw dyddiadur triniaeth yma.`,
    staff: (centre) => `Fe’ch gwahoddir i weithio gyda dyddiaduron ${centre ?? 'canolfan'}.`,
    registry: () => 'Fe’ch gwahoddir i weithio yn y gofrestrfa.',
  },
  birthDate: 'Dyddiad geni’r person sydd â’r anhwylder gwaedu',
  birthDateHint: 'I wneud yn siŵr bod y gwahoddiad wedi cyrraedd y person iawn. Er enghraifft 27 3 2007',
  displayName: 'Eich enw',
  displayNameHint: 'Mae eich cydweithwyr yn gweld yr enw hwn, ac mae’n sefyll wrth ymyl yr hyn a newidiwch.',
  accountQuestion: 'Oes gennych gyfrif Haemdiary yma’n barod?',
  accountNew: 'Nac oes, gwneud cyfrif newydd',
  accountExisting: 'Oes, defnyddio’r cyfrif sydd gen i',
  usernameNewHint:
    'Chi sy’n ei ddewis nawr ac ni ellir ei newid. 3 i 32 o lythrennau, digidau, dotiau, cysylltnodau neu danlinellau. Peidiwch â defnyddio eich cyfeiriad e-bost.',
  secondFactor: 'Cod 6 digid o’ch ap dilysu',
  secondFactorHint: 'Dim ond os ydych yn defnyddio un gyda’r cyfrif hwn.',
  accept: 'Derbyn y gwahoddiad',
  acceptWrong:
    'Nid yw’r hyn a roesoch yn cyfateb i’r gwahoddiad neu’r cyfrif hwn. Gwiriwch bob maes. Ar ôl ychydig o gynigion anghywir mae’r gwahoddiad yn dod i ben ac mae angen un newydd arnoch.',
  acceptedTitle: 'Mae eich gwahoddiad wedi’i dderbyn',
  accepted: (username) =>
    `Eich enw defnyddiwr yw ${username}. Ysgrifennwch ef: mae ei angen arnoch bob tro y byddwch yn mewngofnodi.`,
  acceptedNextCode: 'Pan fyddwch yn mewngofnodi am y tro cyntaf, byddwch yn gosod ail gam gyda’ch ffôn.',
  signInNow: 'Mewngofnodi nawr',
};

export const sessionField: Translation<typeof sessionFieldWords> = {
  username: {
    empty: 'Rhowch eich enw defnyddiwr',
    'not-a-username':
      'Dewiswch enw o 3 i 32 o lythrennau, digidau, dotiau, cysylltnodau neu danlinellau, sy’n dechrau ac yn gorffen gyda llythyren neu ddigid',
    taken: 'Mae rhywun yn defnyddio’r enw hwn yn barod. Dewiswch un arall.',
  },
  password: {
    empty: 'Rhowch eich cyfrinair',
    'too-short': 'Defnyddiwch o leiaf 12 nod',
    'too-long': 'Defnyddiwch 128 nod ar y mwyaf',
  },
  code: { empty: 'Rhowch y cod', 'not-six-digits': 'Rhowch 6 digid y cod' },
  birthDate: {
    empty: 'Rhowch y dyddiad geni',
    'not-a-date': 'Rhowch ddyddiad geni go iawn, er enghraifft 27 3 2007',
    'in-future': 'Ni all y dyddiad geni fod yn y dyfodol',
  },
  displayName: { empty: 'Rhowch eich enw' },
  secondFactor: { 'not-six-digits': 'Rhowch 6 digid y cod' },
};
