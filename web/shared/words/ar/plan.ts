import type { planWords } from '../en/plan.ts';
import { isolated } from '../isolated.ts';
import type { Translation } from '../translation.ts';

export const plan: Translation<typeof planWords> = {
  title: 'خطتك',
  open: 'خطتك',
  inForce: 'الخطة الآن',
  ahead: 'ابتداءً من يوم لاحق',
  before: 'خطط سابقة',
  none: 'لم يكتب مركزك خطة بعد.',
  noRegimens: 'لا شيء مخطط.',
  from: (day) => `من ${day}`,
  fromTo: (from, to) => `${from} إلى ${to}`,
  kind: {
    routine: 'علاج منتظم',
    temporary: 'لمدة معينة',
    bleed: 'لأجل نزيف',
    'immune-tolerance': 'التحمل المناعي',
    'on-demand': 'عند الحاجة',
  },
  everyDay: 'كل يوم',
  everyDays: (n) => `مرة كل عدد من الأيام: ${String(n)}`,
  everyWeek: 'كل أسبوع',
  everyWeeks: (n) => `مرة كل عدد من الأسابيع: ${String(n)}`,
  onDays: (days) => `في ${days}`,
  perDay: (n) => `عدد المرات في اليوم: ${String(n)}`,
  until: (day) => `حتى ${day}`,
  starting: (amount, day) => `البداية بـ ${isolated(amount)}، من ${day}`,
  instead: 'بدلًا من العلاج المنتظم',
  besides: 'بالإضافة إلى العلاج المنتظم',
  ask: 'مركزك وحده يغيّر الخطة. إذا بدا شيء غير صحيح فاتصل بهم.',
};
