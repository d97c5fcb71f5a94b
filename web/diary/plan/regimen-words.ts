import type { Regimen } from '#contracts/plan.ts';
import { formatAmount } from '#domain/format-amount.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { planWords as words } from '../../shared/words/en/plan.ts';
import { isolated } from '../../shared/words/isolated.ts';
import { listed } from '../../shared/words/listed.ts';

const scheduleWords = ({ schedule }: Pick<Regimen, 'schedule'>): string | undefined => {
  switch (schedule?.kind) {
    case undefined:
      return undefined;
    case 'every-days':
      return schedule.days === 1 ? words.everyDay : words.everyDays(schedule.days);
    case 'every-weeks':
      return schedule.weeks === 1 ? words.everyWeek : words.everyWeeks(schedule.weeks);
    case 'weekdays':
      return words.onDays(listed(schedule.weekdays.map((day) => dayWords.weekday(day))));
  }
};

/** A regimen as somebody would say it: `Elocta 2,000 IU, every 2 days`. */
export const regimenWords = (regimen: Regimen, productName: string): string => {
  const { amount, dosesPerDay, until, effect, loading } = regimen;
  const parts = [
    isolated(`${productName} ${formatAmount(amount)}`),
    scheduleWords(regimen),
    dosesPerDay > 1 ? words.perDay(dosesPerDay) : undefined,
    loading === undefined
      ? undefined
      : words.starting(formatAmount(loading.amount), dayWords.middle(loading.anchor)),
    effect === undefined ? undefined : effect === 'replaces' ? words.instead : words.besides,
    until === undefined ? undefined : words.until(dayWords.middle(until)),
  ];
  return listed(parts.filter((part) => part !== undefined));
};
