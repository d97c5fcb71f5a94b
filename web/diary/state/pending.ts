import { signal } from '@preact/signals';
import type { MonthView } from '#contracts/diary.ts';
import type { Item } from './outbox/item.ts';

/** The signed-in account's acts that have not been sent. Filled by the outbox, which is loaded after the first page. */
export const pending = signal<readonly Item[]>([]);

type Overlay = (diary: { readonly centre: string; readonly patient: string }, view: MonthView) => MonthView;

/** How a month looks with what is not sent yet; as it was read until the outbox is there. */
export const overlay = signal<Overlay>((_diary, view) => view);
