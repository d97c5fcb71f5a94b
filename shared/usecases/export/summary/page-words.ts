import type { BleedRateKind } from '#domain/bleed-rates.ts';
import type { RegimenKind } from '#domain/plan.ts';
import type { BleedCause, BleedSite, DIAGNOSES, Side } from '#domain/vocabulary.ts';

/** The words of the page. Exports are in English, as the centre that reads them is. */
export const DIAGNOSIS_WORDS = {
  'haemophilia-a': 'Haemophilia A',
  'haemophilia-b': 'Haemophilia B',
  'von-willebrand': 'Von Willebrand disease',
  'other-factor-deficiency': 'Another factor deficiency',
  'platelet-disorder': 'Platelet disorder',
  'acquired-haemophilia': 'Acquired haemophilia',
} as const satisfies Record<(typeof DIAGNOSES)[number], string>;

export const REGIMEN_WORDS = {
  routine: 'Regular',
  temporary: 'For a time',
  bleed: 'For a bleed',
  'immune-tolerance': 'Immune tolerance',
  'on-demand': 'When needed',
} as const satisfies Record<RegimenKind, string>;

export const RATE_WORDS = {
  all: 'All bleeds (ABR)',
  joint: 'Joint (AJBR)',
  spontaneous: 'Spontaneous (sABR)',
  treated: 'Treated (tABR)',
} as const satisfies Record<BleedRateKind, string>;

export const CAUSE_WORDS = {
  spontaneous: 'spontaneous',
  trauma: 'injury or activity',
  surgery: 'surgery or dental work',
  unknown: 'not known',
} as const satisfies Record<BleedCause, string>;

export const SEVERITY_WORDS = ['minor', 'major', 'danger to life or limb'] as const;

const SITE_WORDS: Readonly<Partial<Record<BleedSite, string>>> = {
  'finger-toe': 'finger or toe',
  head: 'head or brain',
  neck: 'neck or throat',
  mouth: 'mouth or gum',
  skin: 'skin or soft tissue',
};

/** `left ankle`, `nose` */
export const placeWords = ({ site, side }: { readonly site: BleedSite; readonly side: Side }): string => {
  const words = SITE_WORDS[site] ?? site.replaceAll('-', ' ');
  return side === 'none' ? words : `${side} ${words}`;
};

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** 22 Nov 2026, of `2026-11-22` or of a local time. */
export const dayText = (day: string): string => dayFormat.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));

export const windowText = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  `${dayText(from)} to ${dayText(to)}`;

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** November 2026, of `2026-11`. */
export const monthText = (month: string): string => monthFormat.format(new Date(`${month}-01T00:00:00Z`));
