import { useEffect, useState } from 'preact/hooks';
import type { MonthView } from '#contracts/diary.ts';
import type { BleedValues } from './bleed-values.ts';
import type { RecentBleed } from './same-bleed.ts';

/** The earlier bleed to ask about, once the rule for that is loaded; offline without it nothing is suggested. */
export function useSameBleed(values: BleedValues, view: MonthView): RecentBleed | undefined {
  const [rule, setRule] = useState<typeof import('./same-bleed.ts') | undefined>(undefined);
  useEffect(() => {
    void import('./same-bleed.ts').then(setRule, () => undefined);
  }, []);
  return rule?.suggested(values, view);
}
