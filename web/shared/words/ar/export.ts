import type { exportWords } from '../en/export.ts';
import { isolated } from '../isolated.ts';
import type { PartialTranslation } from '../translation.ts';

export const exportTo: PartialTranslation<typeof exportWords> = {
  title: 'تصدير إلى Excel',
  text: 'تحصل على ملف فيه كل ما في اليوميات لمدة أقصاها سنة.',
  from: 'من',
  to: 'إلى',
  safety:
    'عندما يصبح الملف على جهازك تكون سلامته مسؤوليتك. فيه تفاصيل صحية: لا تتركه على حاسوب مشترك ولا ترسله بالبريد الإلكتروني العادي.',
  button: 'تنزيل الملف',
  buttonFor: (name) => `تنزيل يوميات ${isolated(name)}`,
  done: 'تم تنزيل الملف.',
  tooLong: 'اختر سنة على الأكثر',
};
