import type { moveWords } from '../en/move.ts';
import { isolated } from '../isolated.ts';
import type { Translation } from '../translation.ts';

export const move: Translation<typeof moveWords> = {
  title: 'نقل إلى يوميات أخرى',
  text: (from) => `يُسجّل في اليوميات الأخرى ويُزال من يوميات ${isolated(from)}. وتذكر ذلك سجلات كلتيهما.`,
  whose: 'لمن هو؟',
  chooseWhose: 'اختر لمن هو',
  chooseAlong: { treatment: 'اذكر هل ينتقل النزيف أيضًا', bleed: 'اذكر هل تنتقل علاجاته أيضًا' },
  move: 'انقله',
  moveTo: (name) => `انقله إلى يوميات ${isolated(name)}`,
  done: (name) => `نُقل إلى يوميات ${isolated(name)}.`,
  what: (name) => `نُقل إلى يوميات ${isolated(name)}`,
  whatOf: (title, name) => `${isolated(title)}: إلى يوميات ${isolated(name)}`,
  goesAlong: { treatment: 'تنتقل معه علبه.', bleed: 'تنتقل معه صوره.' },
  along: {
    treatment: 'هذا العلاج لنزيف. هل ينتقل النزيف أيضًا؟',
    bleed: 'عولج هذا النزيف. هل تنتقل علاجاته أيضًا؟',
  },
  alongYes: { treatment: 'نعم، ينتقل النزيف أيضًا', bleed: 'نعم، تنتقل علاجاته أيضًا' },
  alongNo: { treatment: 'لا، يبقى النزيف', bleed: 'لا، تبقى العلاجات' },
  alongNoHint: {
    treatment: 'في اليوميات الأخرى لن يذكر العلاج لأي نزيف كان.',
    bleed: 'في اليوميات الأخرى لن يُظهر النزيف أي علاج.',
  },
  cannot: 'لا يمكن نقل هذا. سجّله في اليوميات الأخرى ثم أزله من هنا.',
};
