import type { boxWords } from '../en/box.ts';
import { isolated } from '../isolated.ts';
import type { Translation } from '../translation.ts';

export const box: Translation<typeof boxWords> = {
  whose: 'علبة مَن كانت؟',
  whoseHint: 'تخرج العلبة من مخزون ذلك الشخص.',
  own: (name) => `علبة ${isolated(name)} نفسه`,
  theirs: (name) => `علبة من عند ${isolated(name)}`,
  which: (name) => `أي علبة من علب ${isolated(name)}؟`,
  noBoxes: (name) => `لا توجد علب معدودة في يوميات ${isolated(name)}. اكتب رقم التشغيلة أدناه.`,
  inOpen: (amount) => `مفتوحة، الباقي فيها ${isolated(amount)}`,
  spraysInOpen: (n) => `مفتوحة، البخّات الباقية فيها: ${String(n)}`,
  openSince: (day) => `مفتوحة منذ ${day}`,
};
