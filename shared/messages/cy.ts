import { cyAccount } from './cy-account.ts';
import { mailOf, type Letter } from './letter.ts';
import type { Mail, Messages } from './message.ts';

const CLOSING = [
  'Cyfrifiadur a anfonodd y neges hon. Peidiwch ag ateb: does neb yn darllen yr atebion.',
  'Ein tîm ni a gyfieithodd y neges hon. Nid yw siaradwr Cymraeg wedi ei gwirio eto.',
];

const letter = (words: Omit<Letter, 'language' | 'direction' | 'closing'>): Mail =>
  mailOf({ language: 'cy', direction: 'ltr', closing: CLOSING, ...words });

const signIn = (site: string) => ({ words: 'Mewngofnodi', to: `${site}/sign-in` });

/** The code stands behind `#`, so that it is in no server’s log. */
const invitation = ({ site, code }: { site: string; code: string }, paragraphs: readonly string[]): Mail =>
  letter({
    subject: 'Eich gwahoddiad',
    paragraphs: [
      ...paragraphs,
      'Mae’r ddolen yn agor y dudalen gyntaf i chi. Os nad yw’n gweithio, rhowch y cod hwn yno:',
    ],
    code,
    link: { words: 'Derbyn y gwahoddiad', to: `${site}/accept#${code}` },
  });

/** `period` is all that the address says. */
const nothing = (site: string, period: string) => ({
  words: 'Os nad oes dim i’w lenwi, dywedwch hynny',
  to: `${site}/confirm?period=${period}`,
});

const reminder = (site: string, paragraphs: readonly string[], period?: string): Mail =>
  letter({
    subject: 'Nodyn i’ch atgoffa',
    paragraphs,
    link: signIn(site),
    ...(period === undefined ? {} : { otherLink: nothing(site, period) }),
  });

/** Welsh, by the team, awaiting a speaker's review; the mails say so. */
export const cy: Messages = {
  'reset-code': ({ code }) =>
    letter({
      subject: 'Eich cod',
      paragraphs: [
        'Rydych chi, neu rywun a deipiodd eich enw defnyddiwr, wedi gofyn am gyfrinair newydd. Rhowch y cod hwn ar y dudalen lle gofynnoch amdano:',
      ],
      code,
    }),
  'invitation-person': (values) =>
    invitation(values, [
      'Mae eich canolfan yn eich gwahodd i gadw dyddiadur ar-lein.',
      'Byddwn yn gofyn i chi gadarnhau dyddiad geni, a dewis eich enw defnyddiwr a’ch cyfrinair eich hun.',
    ]),
  'invitation-staff': (values) =>
    invitation(values, [
      'Rydych chi’n cael eich gwahodd i ymuno â safle eich canolfan.',
      'Byddwch yn dewis eich enw defnyddiwr a’ch cyfrinair eich hun, ac yn gosod ap dilysu ar eich ffôn.',
    ]),
  'invitation-registry': (values) =>
    invitation(values, [
      'Rydych chi’n cael eich gwahodd i ymuno â safle’r gofrestrfa.',
      'Byddwch yn dewis eich enw defnyddiwr a’ch cyfrinair eich hun, ac yn gosod ap dilysu ar eich ffôn.',
    ]),
  'reminder-1': ({ site, period }) =>
    reminder(
      site,
      [
        'Mae rhywbeth i chi ei lenwi. Os ydych chi wedi gwneud hynny yn y cyfamser, diolch: does dim mwy i’w wneud.',
      ],
      period,
    ),
  'reminder-2': ({ site, period }) =>
    reminder(
      site,
      [
        'Mae rhywbeth i chi ei lenwi o hyd. Ychydig funudau mae’n eu cymryd fel arfer, ac mae hwyr yn well na dim.',
        'Os oes rhywbeth yn eich rhwystro, dywedwch wrth eich canolfan. Byddan nhw’n falch o helpu.',
      ],
      period,
    ),
  'reminder-3': ({ site, period }) =>
    reminder(
      site,
      [
        'Mae rhywbeth i chi ei lenwi o hyd, ac mae peth amser wedi mynd heibio. Gwnewch hynny yn y dyddiau nesaf, os gwelwch yn dda.',
        'Os oes rhywbeth yn eich rhwystro, dywedwch wrth eich canolfan. Byddan nhw’n falch o helpu.',
      ],
      period,
    ),
  'plan-reminder': ({ site, period }) =>
    reminder(
      site,
      [
        'Gofynsoch am gael eich atgoffa: mae rhywbeth i’w wneud. Mewngofnodwch i weld beth ydyw.',
        'Chi sy’n dewis diwrnod ac amser y neges hon, neu’n ei diffodd, ar yr un safle.',
      ],
      period,
    ),
  'plan-and-stock': ({ site, period }) =>
    reminder(
      site,
      [
        'Gofynsoch am gael eich atgoffa: mae rhywbeth i’w wneud. Mewngofnodwch i weld beth ydyw.',
        'Mae rhywbeth i edrych arno hefyd, o’r hyn y gofynsoch am glywed amdano unwaith yr wythnos.',
        'Chi sy’n dewis diwrnod ac amser y neges hon, neu’n ei diffodd, ar yr un safle.',
      ],
      period,
    ),
  'stock-notice': ({ site }) =>
    reminder(site, [
      'Gofynsoch am nodyn unwaith yr wythnos pan fydd rhywbeth i edrych arno. Mewngofnodwch i weld beth ydyw.',
      'Chi sy’n dewis diwrnod ac amser y neges hon, neu’n ei diffodd, ar yr un safle.',
    ]),
  'formal-notice': ({ site }) =>
    letter({
      subject: 'Hysbysiad gan eich canolfan',
      paragraphs: [
        'Mae gan eich canolfan hysbysiad ffurfiol i chi. Mewngofnodwch i’w ddarllen, neu ffoniwch eich canolfan: mae’r rhif ar eich llythyrau apwyntiad.',
      ],
      link: signIn(site),
    }),
  'lapsed-digest': ({ site }) =>
    letter({
      subject: 'Eich rhestr waith',
      paragraphs: ['Mae rhywbeth newydd ar restr waith eich canolfan.'],
      link: signIn(site),
    }),
  'delivery-suspended': ({ site }) =>
    letter({
      subject: 'Penderfyniad gan eich canolfan',
      paragraphs: [
        'Mae eich canolfan wedi gwneud penderfyniad sy’n ymwneud â chi. Mewngofnodwch i’w ddarllen, neu ffoniwch eich canolfan: mae’r rhif ar eich llythyrau apwyntiad.',
      ],
      link: signIn(site),
    }),
  'delivery-restored': ({ site }) =>
    letter({
      subject: 'Newyddion da gan eich canolfan',
      paragraphs: [
        'Mae eich canolfan wedi gwneud penderfyniad sy’n ymwneud â chi. Mewngofnodwch i’w ddarllen.',
      ],
      link: signIn(site),
    }),
  'registry-helped': ({ site }) =>
    letter({
      subject: 'Newid yn eich canolfan',
      paragraphs: [
        'Mae’r gofrestrfa wedi helpu rheolwr data yn eich canolfan i fewngofnodi eto, neu wedi gwahodd un newydd. Os na ofynnodd neb yn eich canolfan am hyn, ffoniwch y gofrestrfa ar unwaith.',
      ],
      link: signIn(site),
    }),
  'account-helped': ({ site }) =>
    letter({
      subject: 'Help i fewngofnodi',
      paragraphs: [
        'Mae canolfan wedi helpu eich cyfrif i fewngofnodi eto, am fod rhywun wedi gofyn iddi.',
        'Os nad chi oedd hynny, ffoniwch eich canolfan ar unwaith: mae’r rhif ar eich llythyrau apwyntiad.',
      ],
      link: signIn(site),
    }),
  'staff-account-helped': ({ site }) =>
    letter({
      subject: 'Help i fewngofnodi',
      paragraphs: [
        'Mae canolfan wedi tynnu’r ap dilysu oddi ar eich cyfrif. Byddwch yn gosod un newydd y tro nesaf y byddwch yn mewngofnodi.',
        'Os na ofynnoch am hyn, dywedwch wrth reolwr data yn eich canolfan ar unwaith.',
      ],
      link: signIn(site),
    }),
  'link-ended': ({ site }) =>
    letter({
      subject: 'Newid i’ch cyfrif',
      paragraphs: [
        'Mae eich canolfan wedi dod â dolen o’ch cyfrif i ben. Os nad oeddech chi’n disgwyl hyn, ffoniwch eich canolfan.',
      ],
      link: signIn(site),
    }),
  'link-limited': ({ site }) =>
    letter({
      subject: 'Newid i’ch cyfrif',
      paragraphs: [
        'Mae eich canolfan wedi newid yr hyn y gall eich cyfrif ei wneud: gall ddarllen, ond ni all ychwanegu dim mwyach. Os nad oeddech chi’n disgwyl hyn, ffoniwch eich canolfan.',
      ],
      link: signIn(site),
    }),
  'request-answered': ({ site }) =>
    letter({
      subject: 'Ateb i chi',
      paragraphs: ['Gofynnoch chi rywbeth i’ch canolfan. Mae ateb i chi ei ddarllen.'],
      link: signIn(site),
    }),
  ...cyAccount(letter, signIn),
};
