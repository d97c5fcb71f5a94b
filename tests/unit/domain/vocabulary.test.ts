import { expect, test } from 'vitest';
import {
  BLEED_CAUSES,
  BLEED_CAUSE_IDS,
  BLEED_SITES,
  DEFAULT_EMERGENCY_SITES,
  REASONS,
  REASON_IDS,
} from '#domain/vocabulary.ts';

test('reasons keep the older national codes 1 to 9 in order', () => {
  expect(REASONS.map((reason) => reason.code)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(REASONS.map((reason) => reason.id)).toEqual(REASON_IDS);
});

test('the list of cause ids is the list of causes', () => {
  expect(BLEED_CAUSES.map((cause) => cause.id)).toEqual(BLEED_CAUSE_IDS);
});

test('every bleed site is named once', () => {
  expect(new Set(BLEED_SITES).size).toBe(BLEED_SITES.length);
});

test('every emergency site is a bleed site', () => {
  expect(BLEED_SITES).toEqual(expect.arrayContaining([...DEFAULT_EMERGENCY_SITES]));
});
