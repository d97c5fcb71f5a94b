import { mayKeep } from '../state/device/may-keep.ts';

/** What a card can say. The order is that of the card. */
export const CARD_FIELDS = [
  'name',
  'diagnosis',
  'severity',
  'inhibitor',
  'product',
  'centre',
  'emergencyPhone',
  'note',
] as const;
export type CardField = (typeof CARD_FIELDS)[number];

/** The words of each field as the person wants them, and whether they are on the card. */
export interface Card {
  readonly texts: Readonly<Record<CardField, string>>;
  readonly shown: readonly CardField[];
}

const prefix = 'haemdiary-card/';

const fieldsOf = (value: unknown): readonly CardField[] =>
  Array.isArray(value) ? CARD_FIELDS.filter((field) => value.includes(field)) : [];

/** The card of a diary as it is kept on this device, or `undefined` where none is. */
export function readCard(diary: string): Card | undefined {
  const text = localStorage.getItem(prefix + diary);
  if (text === null) return undefined;
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return undefined;
  const { texts, shown }: { texts?: unknown; shown?: unknown } = value;
  const words = new Map(
    typeof texts === 'object' && texts !== null
      ? Object.entries(texts).map(([key, one]) => [key, String(one)])
      : [],
  );
  const kept = CARD_FIELDS.map((field) => [field, words.get(field) ?? ''] as const);
  return { texts: Object.fromEntries(kept) as Record<CardField, string>, shown: fieldsOf(shown) };
}

/** Whether any card is kept here. */
export const hasCard = (): boolean => Object.keys(localStorage).some((name) => name.startsWith(prefix));

/**
 * Keeps a card on this device, where the person lets it keep anything. It is health data: signing out and forgetting the
 * device delete it.
 */
export function keepCard(diary: string, card: Card): void {
  if (mayKeep()) localStorage.setItem(prefix + diary, JSON.stringify(card));
}
