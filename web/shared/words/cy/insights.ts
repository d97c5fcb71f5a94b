import type { insightsWords } from '../en/insights.ts';
import type { Translation } from '../translation.ts';

/** A noun stays singular after a number in Welsh, and changes its beginning after 1 (f.), 2 and some more. */
const days = (count: number): string => (count === 2 ? '2 ddiwrnod' : `${String(count)} diwrnod`);
const bleeds = (count: number): string => (count === 2 ? '2 waediad' : `${String(count)} gwaediad`);
const treatments = (count: number): string =>
  count === 1 || count === 2 ? `${String(count)} driniaeth` : `${String(count)} triniaeth`;

export const insights: Translation<typeof insightsWords> = {
  title: 'Edrych yn ôl',
  yearTitle: 'Cipolwg ar flwyddyn',
  compareTitle: 'Dau gyfnod ochr yn ochr',
  toYear: 'Cipolwg ar flwyddyn',
  toCompare: 'Dau gyfnod ochr yn ochr',
  intro:
    'Yr hyn mae eich dyddiadur yn ei ddweud am gyfnod. Dim ond yr hyn sydd wedi’i ysgrifennu ynddo sy’n cyfri.',
  span: 'Pa gyfnod?',
  spans: {
    quarter: 'Y 3 mis diwethaf',
    year: 'Y 12 mis diwethaf',
    five: 'Y 5 mlynedd diwethaf',
    own: 'Dyddiadau eraill',
  },
  from: 'O',
  to: 'Hyd',
  show: 'Dangos',
  window: (from, to) => `${from} hyd ${to}`,
  observed: (told, all) => `Mae’r dyddiadur yn sôn am ${String(told)} o ${days(all)}.`,
  rates: {
    title: 'Gwaediadau mewn blwyddyn',
    what: 'Gwaediadau',
    count: 'Faint',
    perYear: 'Mewn blwyddyn',
    kinds: {
      all: 'Pob gwaediad',
      joint: 'Gwaediadau yn y cymalau',
      spontaneous: 'Gwaediadau a ddechreuodd ohonynt eu hunain',
      treated: 'Gwaediadau a gafodd eu trin â ffactor',
    },
    caption: (observed) => `Wedi’u cyfri ar y ${days(observed)} mae’r dyddiadur yn sôn amdanynt`,
    tooFew: (needed, there) =>
      `I gael rhif ar gyfer blwyddyn, rhaid i’r dyddiadur sôn am o leiaf ${days(needed)}. Mae ${String(there)} hyd yn hyn.`,
    unobserved: (count) =>
      `Roedd ${bleeds(count)} arall ar ddyddiau nad yw’r dyddiadur yn dweud dim arall amdanynt. Nid ydynt yn cyfri yma.`,
    none: '–',
  },
  places: {
    title: 'Ble roedd y gwaediadau',
    front: 'Y corff o’r tu blaen, gyda nifer y gwaediadau ym mhob lle',
    back: 'Y corff o’r cefn, gyda nifer y gwaediadau ym mhob lle',
    frontShort: 'O’r tu blaen',
    backShort: 'O’r cefn',
    caption: (count) => `Holl waediadau’r cyfnod hwn: ${String(count)}`,
    place: 'Lle',
    count: 'Gwaediadau',
    beside: 'Mae pob lle yn y tabl. Nid oes modd tynnu llun o rai ohonynt.',
    none: 'Nid oes gwaediadau wedi’u cofnodi yn y cyfnod hwn.',
  },
  causes: {
    title: 'Beth a ddechreuodd y gwaediadau',
    cause: 'Achos',
    names: {
      spontaneous: 'Dim sy’n hysbys: dechreuodd ohono’i hun',
      trauma: 'Ergyd, cwymp neu weithgaredd',
      surgery: 'Llawdriniaeth neu driniaeth ddeintyddol',
      unknown: 'Ddim yn hysbys',
    },
  },
  joints: {
    title: 'Cymalau a waedodd yn aml',
    rule: 'Mae cymal ar y rhestr pan fydd wedi cael 3 gwaediad a ddechreuodd ohonynt eu hunain o fewn 6 mis. Mae’n gadael y rhestr ar ôl 12 mis y mae’r dyddiadur yn sôn amdanynt yn llawn, heb fwy na 2 waediad ynddo.',
    since: (place, day) => `${place}, ers ${day}`,
    none: (from) => `Dim, yn ôl y dyddiadur o ${from} ymlaen.`,
  },
  use: {
    title: 'Beth a roddwyd',
    chart: (product, unit) => `${product}: ${unit} bob mis. Mae’r rhifau yn y tabl.`,
    caption: (product, count) => `${product}: ${treatments(count)}`,
    month: 'Mis',
    treatments: 'Triniaethau',
    amount: 'Maint',
    all: 'Cyfan',
    notAdded: 'heb ei adio',
    none: 'Nid oes triniaethau wedi’u cofnodi yn y cyfnod hwn.',
  },
  recorded: {
    title: 'Dosau wedi’u cynllunio',
    share: (recorded, planned, percent) =>
      `Mae ${String(recorded)} o ${String(planned)} dos wedi’u cynllunio wedi’u cofnodi (${String(percent)}%).`,
    to: (day) => `Wedi’u cyfri hyd ${day}: mae dosau diweddarach eto i ddod.`,
    none: 'Nid oedd dosau wedi’u cynllunio yn y cyfnod hwn.',
  },
  lag: {
    title: 'Pa mor fuan y cafodd ei ysgrifennu',
    caption: (count) => `O ${treatments(count)} a gofnodwyd ar-lein`,
    when: 'Ar ôl y driniaeth',
    day: 'O fewn 24 awr',
    week: 'O fewn 7 diwrnod',
    late: 'Yn hwyrach na 28 diwrnod',
    count: 'Triniaethau',
    none: 'Ni chofnodwyd triniaeth o’r cyfnod hwn ar-lein.',
  },
  runs: {
    title: 'Dyddiau mae’r dyddiadur yn sôn amdanynt',
    latest: (count, from, to) => `Rhediad diweddaraf: ${days(count)}, ${from} hyd ${to}.`,
    longest: (count, from, to) => `Rhediad hiraf: ${days(count)}, ${from} hyd ${to}.`,
    weeks: (full, all) => `Mae pob diwrnod mewn ${String(full)} o ${String(all)} wythnos gyfan.`,
    why: 'Dim ond bwlch yw bwlch. Gellir ei lenwi unrhyw bryd.',
  },
  year: {
    which: 'Blwyddyn',
    previous: 'Y flwyddyn flaenorol',
    next: 'Y flwyddyn nesaf',
    key: 'Beth yw ystyr yr arwyddion',
    marks: {
      'bleed-and-treatment': 'Gwaediad a thriniaeth',
      bleed: 'Gwaediad',
      treatment: 'Triniaeth',
      'not-taken': 'Dos heb ei gymryd',
      open: 'Dos heb ei gofnodi',
      confirmed: 'Dim i’w gofnodi',
    },
    nothing: 'Dim wedi’i gofnodi',
    month: (name, said) => `${name}: ${said}`,
    count: (what, count) => `${what.toLowerCase()} ar ${days(count)}`,
    caption: (year) => `Dyddiau pob mis o ${year}, pob un wedi’i gyfri unwaith`,
  },
  compare: {
    intro:
      'Mae pob colofn yn sefyll ar ei phen ei hun, gyda’i dyddiau a’i rhifau ei hun. Ochr yn ochr, nid ydynt yn dweud pam y newidiodd rhywbeth. Gall eich canolfan eich helpu i’w deall.',
    which: 'Pa gyfnodau?',
    change: 'Cyn ac ar ôl i’m cynllun newid',
    changedOn: 'Y diwrnod y newidiodd fy nghynllun',
    halves: 'Y 6 mis diwethaf a’r 6 mis cyn hynny',
    years: 'Y 12 mis diwethaf a’r 12 mis cyn hynny',
    first: 'Y cyfnod cynharach',
    second: 'Y cyfnod diweddarach',
    rows: {
      window: 'Dyddiadau',
      observed: 'Dyddiau mae’r dyddiadur yn sôn amdanynt',
      bleeds: 'Pob gwaediad a gofnodwyd',
      perYear: (kind) => `${kind}, mewn blwyddyn`,
      recorded: 'Dosau wedi’u cynllunio a gofnodwyd',
      treatments: 'Triniaethau',
    },
    of: (part, whole) => `${String(part)} o ${String(whole)}`,
    rate: (perYear, count, observed) => `${perYear} (${String(count)} mewn ${days(observed)})`,
    noRate: (count, observed) => `– (${String(count)} mewn ${days(observed)})`,
    caption: 'Dau gyfnod o’r dyddiadur',
    what: 'Beth',
  },
};
