import type { vocabularyWords } from '../en/vocabulary.ts';
import type { Translation } from '../translation.ts';

export const vocabulary: Translation<typeof vocabularyWords> = {
  reason: {
    'new-bleed': 'Gwaediad newydd',
    'bleed-follow-up': 'Mwy o driniaeth ar gyfer yr un gwaediad',
    prescribed: 'Triniaeth ychwanegol y dywedodd fy nghanolfan wrthyf ei chymryd',
    prophylaxis: 'Triniaeth reolaidd (proffylacsis)',
    surgery: 'Llawdriniaeth neu driniaeth ddeintyddol',
    activity: 'Cyn gweithgaredd',
    physiotherapy: 'Ffisiotherapi',
    'immune-tolerance': 'Goddefiad imiwn',
    other: 'Rhywbeth arall',
  },
  siteGroup: { joint: 'Cymalau', muscle: 'Cyhyrau', other: 'Lleoedd eraill' },
  cause: {
    spontaneous: 'Dim y gwn i amdano (dechreuodd ohono’i hun)',
    trauma: 'Ergyd, cwymp neu weithgaredd',
    surgery: 'Llawdriniaeth neu driniaeth ddeintyddol',
    unknown: 'Nid wyf yn gwybod',
  },
  severity: { 0: 'Bach', 1: 'Mawr', 2: 'Mae’n bygwth bywyd, braich neu goes' },
  response: { excellent: 'Yn dda iawn', good: 'Yn dda', moderate: 'Ychydig', none: 'Dim o gwbl' },
  place: { home: 'Gartref', hospital: 'Ysbyty neu glinig', away: 'Rhywle arall' },
  batchUnknown: {
    'thrown-away': 'Taflwyd y blwch',
    'given-in-hospital': 'Fe’i rhoddwyd yn yr ysbyty',
    other: 'Rheswm arall',
  },
  notTaken: {
    forgot: 'Anghofio',
    unwell: 'Yn sâl',
    'no-stock': 'Dim ar ôl gartref',
    'no-access': 'Methu cael gwythïen neu ei roi',
    'told-not-to': 'Dywedodd y ganolfan am beidio',
    'chose-not-to': 'Dewis peidio',
    'in-hospital': 'Yn yr ysbyty',
    other: 'Rheswm arall',
  },
  relation: { self: 'Chi', parent: 'Rhiant', guardian: 'Gwarcheidwad', carer: 'Gofalwr' },
};
