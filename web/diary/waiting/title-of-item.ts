import { offlinePageWords as words } from '../../shared/words/en/offline-pages.ts';
import { entryTitle } from '../entry/entry-title.ts';
import { entriesOf } from '../state/outbox/entry-of-item.ts';
import { ACT_KINDS, type Item } from '../state/outbox/item.ts';

/** What a waiting act is, in a line. */
export function titleOfItem(item: Item, productName: (id: string) => string): string {
  const [entry] = entriesOf(item, productName);
  if (entry !== undefined)
    return item.version === undefined ? entryTitle(entry) : words.correcting(entryTitle(entry));
  const kind = ACT_KINDS[item.route];
  const told: Readonly<Record<string, string>> = words.told;
  const said = told[kind];
  if (said !== undefined) return said;
  return item.what ?? words.takingOut;
}
