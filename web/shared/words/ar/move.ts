import type { moveWords } from '../en/move.ts';
import { isolated } from '../isolated.ts';
import type { Translation } from '../translation.ts';

export const move: Translation<typeof moveWords> = {
  title: 'نقل إلى يوميات أخرى',
  text: (from) => `يُسجّل في اليوميات الأخرى ويُزال من يوميات ${isolated(from)}. وتذكر ذلك سجلات كلتيهما.`,
  whose: 'لمن هو؟',
  move: 'انقله',
  moveTo: (name) => `انقله إلى يوميات ${isolated(name)}`,
  done: (name) => `نُقل إلى يوميات ${isolated(name)}.`,
  reason: 'نُقل إلى يوميات أخرى: سُجّل هنا بالخطأ',
  cannot: 'لا يمكن نقل هذا. انقل النزيف أولًا، أو سجّله في اليوميات الأخرى ثم أزله من هنا.',
};
